"""One self-contained file: what the graph holds is data in it, and nothing else may run."""

import base64
import hashlib
import json
import re
from importlib.resources import files

import pytest

from kg.messages import speaker
from kg.web import Around, asset, environment, script_json, standalone

HOSTILE = ["</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<!--<script>", "a\u2028b", "&lt;"]


def page(**around: object) -> str:
    return standalone("Titel", "<p>Indhold</p>", speaker("da"), Around(**around))


@pytest.mark.parametrize("text", HOSTILE)
def test_json_for_a_script_cannot_end_it(text: str) -> None:
    written = script_json({"title": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"title": text}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_is_text(text: str) -> None:
    made = standalone(text, "", speaker("en"), Around(about=text, links=(("loops.html", text),)))
    assert made.count("<script") == 1
    assert "<img" not in made


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page() -> None:
    made = page(styles=("explorer.css",), data=[1])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)
    assert policy
    for name in ("style", "script"):
        text = re.search(rf"<{name}>(.*?)</{name}>", made, re.DOTALL)
        assert text
        digest = base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode()
        assert f"{name}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")


def test_a_page_fetches_nothing() -> None:
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//)|@import|url\(""", page())


def test_a_page_says_its_language_and_has_a_way_past_its_head() -> None:
    assert '<html lang="da">' in page()
    assert '<a class="skip" href="#main">Gå til indholdet</a>' in page()


SCRIPTS = sorted(each.name for each in (files("kg.web") / "static").iterdir() if each.name.endswith(".js"))
UNSAFE = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|javascript:")


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_writes_markup_or_runs_text(name: str) -> None:
    assert not UNSAFE.search(asset(name))


def test_what_a_template_does_not_get_is_a_mistake() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        environment().from_string("{{ missing.name }}").render()

"""Invented minutes whose every field would like to run something, turn the text around or fill the page."""

from pathlib import Path

from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.settings import Settings

LONG = "Ø" * 10_000
SCRIPT = '<script>window.ran = 1</script>"><img src=x onerror="window.ran = 2">'
MINUTES = f"""REFERAT Direktionen d. 08-03-2022

Mødedato Tirsdag d. 8. marts 2022 kl. 09:00
Mødested </span></div>{SCRIPT}

Til stede: Birthe <b>Nordahl</b>, 'Ole' "Ø" Dahl

Punkt 1: {SCRIPT} \U0001f600 svømmehal &amp; mere

22/10457

Bilag

Notat {SCRIPT}.pdf

INDSTILLING

Center for Ejendomme (CFE) indstiller, at Direktionen godkender 1,1 mio. kr. til {SCRIPT}

BESLUTNING DIREKTIONEN DEN 08-03-2022

\U0001f600\U0001f600 Sagen om \U0001d516vømmehallen udsættes, og CFE \u202eefter\u202c undersøger \U0001f600 taget inden
den 1. maj 2022.
Sagen sendes til Økonomiudvalget, der får {SCRIPT} forelagt.\t\x0b

Punkt 2: {LONG}

22/99999

BESLUTNING DIREKTIONEN DEN 08-03-2022

Godkendt. ]]> --> ${{{{7*7}}}} {{{{7*7}}}} CFE udarbejder {LONG}
"""


def hostile_store(folder: Path) -> Path:
    """The graph of these minutes, with the line ends of Windows."""
    minutes = folder / "minutes"
    minutes.mkdir()
    (minutes / "ond <b>&amp;.txt").write_bytes(MINUTES.replace("\n", "\r\n").encode())
    build(find_inputs([str(minutes)])[0], folder / "store", Settings(forced=NONE))
    return folder / "store"

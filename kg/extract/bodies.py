"""Names of bodies in running text."""

import re
from collections.abc import Iterator

from kg.extract.places import noun_phrases
from kg.extract.reading import Reading
from kg.model.finding import Mention

_NOUNS = (
    "udvalg", "direktion", "chefmøde", "hovedmed", "hoved-med", "kommunalbestyrelse", "råd",
    "forum", "chefgruppe", "magistrat", "ledelsesgruppe", "lederkreds", "koncernledelse", "kommuneledelse",
    "direktørgruppe", "ledermøde", "repræsentation", "skolebestyrelse",
)  # fmt: skip
# A council is a *råd* with something before it; "områd(e)" is none.
_NOUN = r"""(?:udvalg(?:et)?|direktion(?:en)?|chefmøde(?:t)?|hoved-?med(?:-?udvalg(?:et)?)?|med-udvalg(?:et)?
  |kommunalbestyrelse(?:n)?|(?<=\w)(?<!om)råd(?:et)?|forum(?:met)?|chefgruppe(?:n)?|magistrat(?:en)?|ledelsesgruppe(?:n)?|lederkreds(?:en)?
  |(?:koncern|kommune)ledelse(?:n)?|direktørgruppe(?:n)?|ledermøde(?:t)?
  |borgerrepræsentation(?:en)?|(?:fælles|områdes?)?skolebestyrelse(?:n)?)"""
_BODY = re.compile(
    rf"""(?<![\w-])(?:
      # "børne-, unge- og kulturudvalget"
      (?:(?:\w++-(?:,\ ?\w++-)*,?\ og\ )?\w*{_NOUN}
      # "tværgående chefforum"
    | \w+(?:iske?|lige?|ende)\ \w*forum
      # "teknisk udvalg"
    | (?:rådgivende|særlige|midlertidige|stående)\ udvalg\ (?:vedrørende|for|om)\ \w+
    | (?!politisk|fagligt)\w+(?:isk|elt|alt|ligt)\ udvalg)s?(?!\w)
      # "direktionsmøde": the body is the head of the word
    | (?:direktions|byråds|chefforums?|udvalgs|kommunalbestyrelses)
      (?=-?(?:tema|ekstra|hel|halv)?(?:dags)?(?:møde|seminar|sag\b)))""",
    re.VERBOSE,
)
_MOST_NAMES = 40  # each is looked for in the whole text
# "Udvalget for Kultur, Idræt og Fritid"
_OF_FIELD = re.compile(
    r"\bUdvalget (?:for|vedrørende) (?:[Dd]et |[Dd]en )?[A-ZÆØÅ][\w-]*(?:(?:,| og|,? samt|) [A-ZÆØÅ][\w-]*){0,5}"
)
# Words with such a noun that name no body: any committee (*udvalg*), and words in -råd that are other words.
_NO_BODY = re.compile(
    r"""^(?:fag|stående\ |politiske\ )?
    (?:udvalg|udvalget|forum|forummet|fora|råd|rådet|samråd(?:et)?|forråd|tilråd|fagudvalget|herreråd|varsråd|forudråd|medråd)s?$""",
    re.VERBOSE,
)


def names_body(word: str) -> bool:
    """Whether `word` is the name of a body in one word: *Økonomiudvalget*, *Byrådets*."""
    return _BODY.fullmatch(word.lower()) is not None


def find_bodies(reading: Reading) -> Iterator[Mention]:
    """Bodies by the word that says what they are (`-udvalget`, `Byrådet`, `-forum`), in upper or lower case."""
    for hit in [*noun_phrases(_BODY, reading.lower, reading.lower, _NOUNS), *_own(reading)]:
        if _NO_BODY.match(hit[0]):
            continue
        item = reading.item_at(hit.start())
        if item >= 0:
            name = reading.plain[hit.start() : hit.end()]
            yield Mention(item, "body", " ".join(name.split()), hit.start(), hit.end(), "body-noun")


def _own(reading: Reading) -> Iterator[re.Match[str]]:
    """The meeting's own body and those whose decisions it quotes by their names, whatever kind of word that is; and
    *Udvalget for …*, which is a name by its capitals.
    """
    told = (section.body for item in reading.meeting.items for section in item.sections)
    names = {body.value.lower() for body in (reading.meeting.body, *told) if body and len(body.value) > 2}
    for name in sorted(name for name in names if not _BODY.fullmatch(name))[:_MOST_NAMES]:
        yield from re.finditer(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", reading.lower)
    for found in _OF_FIELD.finditer(reading.plain):
        if found[0].lower() not in names:
            yield found

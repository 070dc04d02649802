"""What the user chose: one frozen value, which only the command line and the pipeline see."""

import msgspec

from kg.describe.iris import DEFAULT_BASE
from kg.profiles import Profile
from kg.resolve.verdicts import Verdicts


class Settings(msgspec.Struct, frozen=True):
    """Settings of a build. `forced` is a profile for every document (`kg.profiles.NONE` for none at all); `seconds`
    is how long one file may take to read.
    """

    profiles: tuple[Profile, ...] = ()
    forced: Profile | None = None
    verdicts: Verdicts = Verdicts()
    themes: str = ""
    base_iri: str = DEFAULT_BASE
    jobs: int = 1
    add: bool = False
    fresh: bool = False
    keep_personal_data: bool = False
    ocr: bool = False
    seconds: float = 60.0

"""Names of sign languages, which CLDR leaves out: ISO 639-3 codes of those most asked for at UN meetings."""

from __future__ import annotations

from .marks import N_

SIGN_LANGUAGES = {
    "ils": N_("International Sign"),
    "ase": N_("American Sign Language"),
    "bfi": N_("British Sign Language"),
    "fsl": N_("French Sign Language"),
    "gsg": N_("German Sign Language"),
    "ssp": N_("Spanish Sign Language"),
    "csl": N_("Chinese Sign Language"),
    "rsl": N_("Russian Sign Language"),
    "jsl": N_("Japanese Sign Language"),
    "nsl": N_("Norwegian Sign Language"),
    "bzs": N_("Brazilian Sign Language"),
    "xki": N_("Kenyan Sign Language"),
    "ins": N_("Indian Sign Language"),
    "asf": N_("Auslan (Australian Sign Language)"),
}

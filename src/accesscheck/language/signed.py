"""Names of sign languages, which CLDR leaves out."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.model.terms import SignLanguage

from .marks import N_

SIGN_LANGUAGES: Mapping[str, str] = {
    SignLanguage.INTERNATIONAL: N_("International Sign"),
    SignLanguage.AMERICAN: N_("American Sign Language"),
    SignLanguage.BRITISH: N_("British Sign Language"),
    SignLanguage.FRENCH: N_("French Sign Language"),
    SignLanguage.GERMAN: N_("German Sign Language"),
    SignLanguage.SPANISH: N_("Spanish Sign Language"),
    SignLanguage.CHINESE: N_("Chinese Sign Language"),
    SignLanguage.RUSSIAN: N_("Russian Sign Language"),
    SignLanguage.JAPANESE: N_("Japanese Sign Language"),
    SignLanguage.NORWEGIAN: N_("Norwegian Sign Language"),
    SignLanguage.BRAZILIAN: N_("Brazilian Sign Language"),
    SignLanguage.KENYAN: N_("Kenyan Sign Language"),
    SignLanguage.INDIAN: N_("Indian Sign Language"),
    SignLanguage.AUSTRALIAN: N_("Auslan (Australian Sign Language)"),
}

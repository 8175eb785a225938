"""The fixed words of the subject, as ids; what they are called on screen and page lies in language/."""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """An id with a closed set of values; equal to its text, and hashed as it (Enum's own hash is slow Python)."""

    __hash__ = str.__hash__


class Stage(Term):
    PLAN = "plan"
    REHEARSAL = "rehearsal"
    DELIVERED = "delivered"

    @property
    def order(self) -> int:
        return _ORDER[self]


_ORDER = {stage: order for order, stage in enumerate(Stage)}


class Outcome(Term):
    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"
    WAITING = "waiting"
    UNKNOWN = "unknown"
    NOT_RELEVANT = "not-relevant"


class Severity(Term):
    EXCLUDES = "excludes"
    HINDERS = "hinders"
    HELPS = "helps"


class Party(Term):
    TEAM = "team"
    HOST = "host"
    SECRETARIAT = "secretariat"
    PROVIDER = "provider"


class Owner(Term):
    """Who usually does it; personal names are never needed."""

    ORGANISER = "organiser"
    MODERATOR = "moderator"
    ONLINE_MODERATOR = "online-moderator"
    SPEAKER = "speaker"
    RAPPORTEUR = "rapporteur"
    HOST = "host"
    TECHNICIAN = "technician"
    SECRETARIAT = "secretariat"
    CAPTIONER = "captioner"
    INTERPRETER = "interpreter"


class Group(Term):
    DEAF_SIGNING = "deaf-signing"
    HARD_OF_HEARING = "hard-of-hearing"
    BLIND = "blind"
    LOW_VISION = "low-vision"
    DEAFBLIND = "deafblind"
    MOBILITY = "mobility"
    DEXTERITY = "dexterity"
    SPEECH = "speech"
    INTELLECTUAL = "intellectual"
    NEURODIVERGENT = "neurodivergent"
    PSYCHOSOCIAL = "psychosocial"
    CHRONIC = "chronic"
    SEIZURES = "seizures"
    ONLINE = "online"
    SLOW_CONNECTION = "slow-connection"
    FAR_TIME_ZONE = "far-time-zone"
    OTHER_LANGUAGE = "other-language"


class Checklist(Term):
    CAPTIONING = "captioning"
    REMOTE_PARTICIPATION = "remote-participation"
    INTERPRETATION = "interpretation"
    VENUE_ACCESS = "venue-access"
    MULTILINGUAL = "multilingual"
    INCLUSION = "inclusion"
    SESSION_STANDARDS = "session-standards"
    AFTER_SESSION = "after-session"


class Verdict(Term):
    NOTHING = "nothing"
    EXCLUDES = "excludes"
    OPEN = "open"
    WAITING = "waiting"
    GAPS = "gaps"
    NEARLY = "nearly"
    READY = "ready"


class GroupState(Term):
    """Worst first; `nothing` (no essential serves the group here) stands outside the order."""

    CANNOT = "cannot"
    UNKNOWN = "unknown"
    DIFFICULTY = "difficulty"
    CAN = "can"
    NOTHING = "nothing"


class ReasonKind(Term):
    EXCLUDES = "excludes"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    MISSING = "missing"
    PARTLY = "partly"
    UNPROVED = "unproved"
    TO_TEST = "to-test"


class EvidenceKind(Term):
    CONTACT = "contact"
    LINK = "link"
    DOCUMENT = "document"
    TESTED = "tested"
    CONFIRMED = "confirmed"


class Standing(Term):
    """How sure a fact of a source is."""

    VERIFIED = "verified"
    SECOND_HAND = "second-hand"
    DEFAULT = "default"


class Applicability(Term):
    APPLIES = "applies"
    NOT = "not"
    UNKNOWN = "unknown"


class SignLanguage(Term):
    """Sign languages by ISO 639-3: those most asked for at UN meetings. Their names lie in language/signed.py."""

    INTERNATIONAL = "ils"
    AMERICAN = "ase"
    BRITISH = "bfi"
    FRENCH = "fsl"
    GERMAN = "gsg"
    SPANISH = "ssp"
    CHINESE = "csl"
    RUSSIAN = "rsl"
    JAPANESE = "jsl"
    NORWEGIAN = "nsl"
    BRAZILIAN = "bzs"
    KENYAN = "xki"
    INDIAN = "ins"
    AUSTRALIAN = "asf"

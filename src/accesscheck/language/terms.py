"""What the fixed words of the subject are called on screen and page. The keys are ids of model/."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.model.terms import (
    Checklist,
    EvidenceKind,
    Group,
    GroupState,
    Outcome,
    Owner,
    Party,
    Severity,
    Stage,
    Standing,
    Verdict,
)

from .marks import N_, P_
from .words import Words

STAGES: Mapping[Stage, str] = {
    Stage.PLAN: N_("Plan"),
    Stage.REHEARSAL: N_("Rehearsal"),
    Stage.DELIVERED: N_("Delivered"),
}

VERDICTS: Mapping[Verdict, tuple[str, str, str]] = {
    Verdict.NOTHING: (N_("Nothing to judge yet"),) * 3,
    Verdict.EXCLUDES: (
        N_("Some people cannot take part as planned today"),
        N_("Some people cannot take part"),
        N_("Some people could not take part"),
    ),
    Verdict.OPEN: (N_("Not enough known yet"), N_("Not enough known yet"), N_("Not known who could take part")),
    Verdict.WAITING: (N_("Waiting for others"), N_("Waiting for others"), N_("Waiting for others to confirm")),
    Verdict.GAPS: (N_("Gaps to close: {count}"), N_("Gaps to close: {count}"), N_("Delivered with gaps: {count}")),
    Verdict.NEARLY: (
        N_("Nearly ready: {count} things to finish"),
        N_("Nearly ready: {count} things to finish"),
        N_("Delivered with small gaps: {count}"),
    ),
    Verdict.READY: (N_("Ready as planned"), N_("Ready"), N_("Delivered as planned")),
}
"""The verdict's words at plan, rehearsal and delivered."""

NEARLY_ONE = N_("Nearly ready: 1 thing to finish")

ANSWERS: Mapping[Outcome, str] = {
    Outcome.MET: N_("Yes"),
    Outcome.PARTLY: N_("Partly"),
    Outcome.MISSING: N_("No"),
    Outcome.WAITING: N_("Asked and waiting"),
    Outcome.UNKNOWN: N_("Don't know"),
    Outcome.NOT_RELEVANT: N_("Not relevant here because…"),
}
"""What an organiser answers."""

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.MET: N_("In place"),
    Outcome.PARTLY: N_("Partly in place"),
    Outcome.MISSING: N_("Missing"),
    Outcome.WAITING: N_("Asked and waiting"),
    Outcome.UNKNOWN: N_("Not known"),
    Outcome.NOT_RELEVANT: N_("Declared not relevant"),
}
"""What a reader of a report is told of an item."""

SEVERITIES: Mapping[Severity, str] = {
    Severity.EXCLUDES: N_("Shuts people out"),
    Severity.HINDERS: N_("Makes it hard"),
    Severity.HELPS: N_("Helps"),
}

PARTIES: Mapping[Party, str] = {
    Party.TEAM: N_("your team"),
    Party.HOST: N_("the host"),
    Party.SECRETARIAT: N_("the Secretariat"),
    Party.PROVIDER: N_("the service providers"),
}
"""Inside a sentence addressed to the organiser."""

PARTY_TITLES: Mapping[Party, str] = {
    Party.TEAM: N_("The organising team"),
    Party.HOST: N_("The host (host country, venue, technicians)"),
    Party.SECRETARIAT: N_("The IGF Secretariat"),
    Party.PROVIDER: N_("Service providers (captioners, interpreters)"),
}

OWNERS: Mapping[Owner, str] = {
    Owner.ORGANISER: N_("organiser"),
    Owner.MODERATOR: N_("moderator"),
    Owner.ONLINE_MODERATOR: N_("moderator for people online"),
    Owner.SPEAKER: N_("speakers"),
    Owner.RAPPORTEUR: N_("rapporteur"),
    Owner.HOST: N_("host country or venue"),
    Owner.TECHNICIAN: N_("technician"),
    Owner.SECRETARIAT: N_("Secretariat"),
    Owner.CAPTIONER: N_("captioner"),
    Owner.INTERPRETER: N_("interpreters"),
}

GROUPS: Mapping[Group, str] = {
    Group.DEAF_SIGNING: N_("Deaf people who use sign languages"),
    Group.HARD_OF_HEARING: N_("hard of hearing or deafened people"),
    Group.BLIND: N_("blind people"),
    Group.LOW_VISION: N_("people with low vision"),
    Group.DEAFBLIND: N_("deafblind people"),
    Group.MOBILITY: N_("wheelchair users and people with limited mobility"),
    Group.DEXTERITY: N_("people with limited use of their hands"),
    Group.SPEECH: N_("people with speech disabilities"),
    Group.INTELLECTUAL: N_("people with intellectual or learning disabilities"),
    Group.NEURODIVERGENT: N_("autistic and other neurodivergent people"),
    Group.PSYCHOSOCIAL: N_("people with psychosocial disabilities"),
    Group.CHRONIC: N_("people with chronic illness, fatigue, allergies or chemical sensitivities"),
    Group.SEIZURES: N_("people at risk of seizures"),
    Group.ONLINE: N_("people taking part online"),
    Group.SLOW_CONNECTION: N_("people with slow, costly or unstable connections"),
    Group.FAR_TIME_ZONE: N_("people in far time zones"),
    Group.OTHER_LANGUAGE: N_("people more at ease in another language"),
}
"""Inside a sentence; `group_name` of verdicts.py begins a line with them."""

GROUP_STATES: Mapping[GroupState, tuple[str, str]] = {
    GroupState.CANNOT: (N_("cannot take part"), N_("could not take part")),
    GroupState.UNKNOWN: (N_("not known yet"), N_("not known")),
    GroupState.DIFFICULTY: (N_("with difficulty"), N_("with difficulty")),
    GroupState.CAN: (N_("can take part"), N_("could take part")),
    GroupState.NOTHING: (N_("nothing asked yet"), N_("nothing asked")),
}
"""Before the end of the session, and after it."""

CHECKLISTS: Mapping[Checklist, str] = {
    Checklist.CAPTIONING: N_("Captioning"),
    Checklist.REMOTE_PARTICIPATION: N_("Remote participation"),
    Checklist.INTERPRETATION: N_("Interpretation"),
    Checklist.VENUE_ACCESS: N_("Venue access"),
    Checklist.MULTILINGUAL: N_("Multilingual"),
    Checklist.INCLUSION: N_("Inclusion"),
    Checklist.SESSION_STANDARDS: N_("Session standards"),
    Checklist.AFTER_SESSION: N_("After the session"),
}

EVIDENCE: Mapping[EvidenceKind, str] = {
    EvidenceKind.CONTACT: N_("a named contact"),
    EvidenceKind.LINK: N_("a link"),
    EvidenceKind.DOCUMENT: N_("a document"),
    EvidenceKind.TESTED: N_("tested"),
    EvidenceKind.CONFIRMED: N_("confirmed by a person who uses the service, or by a second person"),
}

STANDINGS: Mapping[Standing, str] = {
    Standing.VERIFIED: N_("verified in the source"),
    Standing.SECOND_HAND: N_("reported by others, not verified in the source"),
    Standing.DEFAULT: N_("AccessCheck default"),
}
"""How sure a requirement, figure or lead time is."""

PLANNING_FLOOR = N_("planning floor, check the host country's code")

UNITS: Mapping[str, str] = {
    "places": N_("places"),
    "receivers": N_("receivers"),
    "metres": N_("metres"),
    "millimetres": N_("millimetres"),
    "centimetres": N_("centimetres"),
    "interpreters": N_("interpreters"),
    "minutes": N_("minutes"),
    "lux": N_("lux"),
    "speakers": N_("speakers"),
    "seconds": N_("seconds"),
    "loops": N_("neck loops"),
}
AMOUNTS: Mapping[str, tuple[str, str]] = {
    "places": P_("{count} place", "{count} places"),
    "receivers": P_("{count} receiver", "{count} receivers"),
    "metres": P_("{count} metre", "{count} metres"),
    "millimetres": P_("{count} millimetre", "{count} millimetres"),
    "centimetres": P_("{count} centimetre", "{count} centimetres"),
    "interpreters": P_("{count} interpreter", "{count} interpreters"),
    "minutes": P_("{count} minute", "{count} minutes"),
    "lux": P_("{count} lux", "{count} lux"),
    "speakers": P_("{count} speaker", "{count} speakers"),
    "seconds": P_("{count} second", "{count} seconds"),
    "loops": P_("{count} neck loop", "{count} neck loops"),
}
"""A unit by itself, and with a number before it."""

UNREVIEWED = N_("No native speaker has reviewed this translation yet.")
"""Said in the app and in the report of every language but English, the source."""

LEFT_OUT: Mapping[str, str] = {
    "names": N_("names of persons"),
    "notes": N_("notes"),
    "proof": N_("proof and its files"),
}
"""What an export can leave out, by the words of the interchange format."""


def left_out_words(left_out: tuple[str, ...], words: Words) -> str:
    """What was left out, as a list; an older or newer program's own word stands as it is."""
    return words.listing(words.text(LEFT_OUT[one]) if one in LEFT_OUT else one for one in left_out)

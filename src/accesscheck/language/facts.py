"""What facts about a session are called, what is explained about them, and how their values read."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.model.moment import parse_start
from accesscheck.model.profile import FACT_BY_ID, HOST, UNKNOWN, FactValue, Kind, Need, NeedAnswer, Step

from .marks import N_
from .words import Words

LABELS: Mapping[str, str] = {
    "start": N_("Date, time and time zone"),
    "format": N_("Format"),
    "type": N_("Type of session"),
    "minutes": N_("Length in minutes"),
    "floor-languages": N_("Languages spoken on the floor"),
    "captions": N_("Live captions"),
    "title": N_("Title"),
    "igf-year": N_("IGF year"),
    "igf-number": N_("Session number in the programme"),
    "coalitions": N_("Dynamic Coalitions concerned"),
    "organisers": N_("Organising bodies"),
    "people-onsite": N_("People expected in the room"),
    "people-online": N_("People expected online"),
    "audience-languages": N_("Languages of the audience"),
    "audience-zones": N_("Time zones of the audience"),
    "speakers": N_("Number of speakers"),
    "remote-speakers": N_("Speakers taking part online"),
    "speaker-zones": N_("Time zones of speakers online"),
    "room": N_("Room"),
    "seats": N_("Seats in the room"),
    "raised-stage": N_("Is there a raised stage?"),
    "stage-height-cm": N_("Height of the stage in centimetres"),
    "farthest-seat-m": N_("Metres from the farthest seat to the screen"),
    "amplified-sound": N_("Is sound amplified in the room?"),
    "hubs": N_("Remote hubs (groups that follow together elsewhere)"),
    "food": N_("Is food served?"),
    "interpretation": N_("Is spoken interpretation announced?"),
    "interpretation-languages": N_("Languages interpreted into"),
    "interpretation-mode": N_("Where do the interpreters work?"),
    "interpretation-provider": N_("Who provides the interpretation?"),
    "sign-languages": N_("Sign languages booked"),
    "recording": N_("Is the session recorded?"),
    "transcript": N_("Is a transcript published?"),
    "materials": N_("Are slides or papers used?"),
    "video": N_("Are videos played?"),
    "polls": N_("Are polls or shared boards used?"),
    "breakout-rooms": N_("Are there breakout rooms (smaller groups)?"),
    "need-sign-language": N_("Does anybody need sign language?"),
    "need-deafblind": N_("Does anybody need deafblind communication support?"),
    "need-wheelchair": N_("Does anybody need a wheelchair place?"),
}

HELP: Mapping[str, str] = {
    "start": N_("Deadlines are counted back from it. Example: 2027-03-15 10:00 Europe/Oslo"),
    "format": N_("Hybrid means: some people in the room, some online, all taking part."),
    "floor-languages": N_("What speakers and participants speak, before any interpretation. Example: en, fr"),
    "captions": N_("Text of what is said, shown while it is said."),
    "coalitions": N_("Dynamic Coalitions are the IGF's open working groups. Separate several with commas."),
    "audience-languages": N_("As far as you know from registration. Example: en, es, ar"),
    "speaker-zones": N_("One for each speaker online. Example: America/Lima, Asia/Karachi"),
    "audience-zones": N_("The main ones. Example: Africa/Nairobi, Asia/Tokyo"),
    "need-sign-language": N_("Say nobody only with the day on which participants were asked."),
    "need-deafblind": N_("Say nobody only with the day on which participants were asked."),
    "need-wheelchair": N_("Say nobody only with the day on which participants were asked."),
}

WRITTEN: Mapping[Kind, str] = {
    Kind.START: N_("a date, an hour and a time zone by city, like 2027-03-15 10:00 Europe/Oslo"),
    Kind.CHOICE: N_("one of the words in brackets"),
    Kind.NUMBER: N_("a whole number"),
    Kind.TEXT: N_("one line of text"),
    Kind.TEXTS: N_("names, separated by commas"),
    Kind.LANGUAGES: N_("language codes separated by commas, like en, fr, or none"),
    Kind.ZONES: N_("time zones by city, separated by commas, like Africa/Nairobi, Asia/Tokyo"),
    Kind.NEED: N_("yes, yes:2, nobody:2027-02-01 (the day people were asked) or not-asked"),
}
"""How a value of each kind is written on the command line."""

STEPS: Mapping[Step, str] = {
    Step.FIRST: N_("Six facts first"),
    Step.IDENTITY: N_("What it is called"),
    Step.PEOPLE: N_("People"),
    Step.PLACE: N_("The place"),
    Step.SERVICES: N_("Services and materials"),
    Step.NEEDS: N_("What participants need"),
}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "format": {
        "hybrid": N_("Hybrid: in a room and online"),
        "onsite": N_("In a room only"),
        "online": N_("Online only"),
    },
    "type": {
        "workshop": N_("Workshop"),
        "open-forum": N_("Open forum"),
        "dynamic-coalition": N_("Dynamic Coalition session"),
        "consolidated-slot": N_("Consolidated slot of several Dynamic Coalitions"),
        "main-session": N_("Main session"),
        "networking": N_("Networking session"),
        "lightning-talk": N_("Lightning talk"),
        "community-call": N_("Community call"),
        "other": N_("Other"),
    },
    "captions": {
        "human": N_("By a person"),
        "human-corrected": N_("Automatic, corrected by a person while they run"),
        "automatic": N_("Automatic, not corrected"),
        "none": N_("None"),
    },
    "interpretation-mode": {"on-site": N_("On site"), "remote": N_("Remotely")},
    "interpretation-provider": {"event": N_("The event"), "session": N_("This session")},
}

_YES_NO: Mapping[str, str] = {"yes": N_("Yes"), "no": N_("No")}

NEEDS: Mapping[NeedAnswer, str] = {
    NeedAnswer.YES: N_("Yes"),
    NeedAnswer.NOBODY: N_("Nobody, participants were asked"),
    NeedAnswer.NOT_ASKED: N_("Participants were not asked"),
}


def label(fact: str, words: Words) -> str:
    """What a fact is called."""
    return words.text(LABELS[fact])


def choice(fact: str, value: str, words: Words) -> str:
    """What one of a fact's choices is called."""
    return words.text(CHOICES.get(fact, _YES_NO)[value])


def value_words(fact: str, value: FactValue, words: Words) -> str:
    """A fact's value as a person reads it."""
    if value == UNKNOWN:
        return words.text("Not known")
    if value == HOST:
        return words.text("The host knows")
    if isinstance(value, tuple):
        return _listed(fact, value, words)
    if isinstance(value, Need):
        return _need(value, words)
    return words.number(value) if isinstance(value, int) and fact != "igf-year" else _single(fact, str(value), words)


def _single(fact: str, value: str, words: Words) -> str:
    spec = FACT_BY_ID[fact]
    if spec.kind is Kind.START:
        start = parse_start(value)
        return words.series((words.moment(start.instant, start.zone), start.zone))
    return choice(fact, value, words) if spec.kind is Kind.CHOICE else value


def _listed(fact: str, value: tuple[str, ...], words: Words) -> str:
    if not value:
        return words.text("None")
    if FACT_BY_ID[fact].kind is Kind.LANGUAGES:
        return words.listing(words.language_name(tag) for tag in value)
    return words.listing(value)


def _need(value: Need, words: Words) -> str:
    if value.settled is NeedAnswer.NOBODY and value.asked is not None:
        return words.text("Nobody, participants were asked on {day}", day=words.date(value.asked))
    if value.answer is NeedAnswer.YES and value.number is not None:
        return words.text("Yes: {number}", number=words.number(value.number))
    return words.text(NEEDS[value.settled])

"""Made-up pages in two languages: the same words for everything that is measured, in any number.

Half of the pages are sheets with four pieces of advice and five things to tick under each; the other half are
checklists of those twenty things. They lie in sections, and sections in chapters, so that menus stay as short as a
person would keep them, however many pages there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

LANGUAGES = ("nl", "en")

Words = dict[str, str]


def _two(dutch: str, english: str) -> Words:
    return {"nl": dutch, "en": english}


_CHAPTERS = {
    "moving": _two("Verhuizen", "Moving house"),
    "travelling": _two("Op reis", "Travelling"),
    "renovating": _two("Verbouwen", "Renovating"),
    "celebrating": _two("Een feest", "Celebrating"),
    "winter": _two("De winter", "The winter"),
    "summer": _two("De zomer", "The summer"),
    "guests": _two("Logees", "Guests"),
    "school-year": _two("Een nieuw schooljaar", "A new school year"),
    "pets": _two("Een huisdier", "A pet"),
    "saving": _two("Zuinig leven", "Saving energy"),
}
_SECTIONS = {
    "kitchen": _two("de keuken", "the kitchen"),
    "bathroom": _two("de badkamer", "the bathroom"),
    "bedroom": _two("de slaapkamer", "the bedroom"),
    "living-room": _two("de woonkamer", "the living room"),
    "attic": _two("de zolder", "the attic"),
    "cellar": _two("de kelder", "the cellar"),
    "hall": _two("de gang", "the hall"),
    "shed": _two("de schuur", "the shed"),
    "study": _two("de werkkamer", "the study"),
    "balcony": _two("het balkon", "the balcony"),
}
_DAYS = {
    "monday": _two("maandag", "Monday"),
    "tuesday": _two("dinsdag", "Tuesday"),
    "wednesday": _two("woensdag", "Wednesday"),
    "thursday": _two("donderdag", "Thursday"),
    "friday": _two("vrijdag", "Friday"),
    "saturday": _two("zaterdag", "Saturday"),
    "sunday": _two("zondag", "Sunday"),
}
# What a piece of advice is about: its heading, why it helps, and what is ticked, with a place for a thing.
_TASKS = {
    "look": (
        _two("Kijk eerst rond in {room}", "First look around {room}"),
        _two(
            "Loop langzaam langs alle muren en kijk ook achter de deur. Wat je op {day} ziet, hoef je later niet te "
            "zoeken. Let vooral op {thing}.",
            "Walk slowly along every wall and look behind the door too. What you see on {day} you need not look for "
            "later. Take a good look at {thing}.",
        ),
        (
            _two("Ik heb gekeken of {thing} nog heel is.", "I have looked whether {thing} is still whole."),
            _two("Van {thing} heb ik een foto gemaakt.", "I have taken a picture of {thing}."),
            _two("Achter {thing} ligt geen stof meer.", "There is no dust left behind {thing}."),
            _two("Ik weet hoe oud {thing} ongeveer is.", "I know roughly how old {thing} is."),
            _two("Wie kan {thing} nog repareren, heb ik opgezocht.", "I have looked up who can still mend {thing}."),
        ),
    ),
    "sort": (
        _two("Zoek uit wat er blijft in {room}", "Sort out what stays in {room}"),
        _two(
            "Maak drie stapels: houden, weggeven en weggooien. Begin met wat groot is, dan zie je snel dat het "
            "opschiet. Twijfel je over {thing}, slaap er dan een nacht over.",
            "Make three piles: keep, give away and throw away. Begin with what is large, and you soon see that it "
            "works. If you are in doubt about {thing}, sleep on it for a night.",
        ),
        (
            _two("Voor {thing} is er straks een vaste plaats.", "There will be a fixed place for {thing}."),
            _two("Ik gooi {thing} niet weg zonder te vragen.", "I do not throw {thing} away without asking."),
            _two("Wie {thing} wil hebben, mag het zeggen.", "Whoever would like {thing} may say so."),
            _two(
                "Bij {thing} hoort een zakje met alles wat los zit.", "A bag with every loose part goes with {thing}."
            ),
            _two("Op {thing} plak ik een briefje met mijn naam.", "I stick a note with my name on {thing}."),
        ),
    ),
    "ask": (
        _two("Vraag hulp voor {room}", "Ask for help with {room}"),
        _two(
            "Samen gaat het sneller en is het minder saai. Spreek af wie er op {day} komt en hoe laat. Zeg ook wie er "
            "voor {thing} zorgt.",
            "Together it goes faster and is less dull. Agree who comes on {day} and at what time. Say who takes care "
            "of {thing} as well.",
        ),
        (
            _two("Er is iemand die {thing} samen met mij draagt.", "There is somebody who carries {thing} with me."),
            _two(
                "Mijn buren weten dat {thing} buiten komt te staan.", "My neighbours know {thing} will stand outside."
            ),
            _two("Ik heb gevraagd wat {thing} nieuw zou kosten.", "I have asked what {thing} would cost as new."),
            _two("Een vriend leent mij gereedschap voor {thing}.", "A friend lends me tools for {thing}."),
            _two("Na afloop van {thing} eten we samen soep.", "When {thing} is done we eat soup together."),
        ),
    ),
    "finish": (
        _two("Sluit {room} goed af", "Finish {room} well"),
        _two(
            "Kijk aan het eind van {day} nog één keer rond. Zet een raam open en doe het licht uit. Leg {thing} klaar "
            "voor de volgende keer.",
            "Look around once more at the end of {day}. Open a window and turn off the light. Put {thing} ready for "
            "the next time.",
        ),
        (
            _two("Met {thing} hoef ik vandaag niets meer te doen.", "Today I need do nothing more with {thing}."),
            _two("Onder {thing} is de vloer schoon en droog.", "Under {thing} the floor is clean and dry."),
            _two("Morgen kijk ik nog een keer naar {thing}.", "Tomorrow I will look at {thing} once more."),
            _two("Het afval van {thing} staat bij de straat.", "The rubbish from {thing} stands by the road."),
            _two("Ik heb opgeschreven wat {thing} nog nodig heeft.", "I have written down what {thing} still needs."),
        ),
    ),
}
_THINGS = {
    "lamp": _two("de lamp", "the lamp"),
    "table": _two("de tafel", "the table"),
    "mirror": _two("de spiegel", "the mirror"),
    "bucket": _two("de emmer", "the bucket"),
    "curtain": _two("het gordijn", "the curtain"),
    "carpet": _two("het kleed", "the carpet"),
    "plant": _two("de plant", "the plant"),
    "ladder": _two("de ladder", "the ladder"),
    "clock": _two("de klok", "the clock"),
    "blanket": _two("de deken", "the blanket"),
    "socket": _two("het stopcontact", "the socket"),
    "shelf": _two("de plank", "the shelf"),
    "chair": _two("de stoel", "the chair"),
    "box": _two("de doos", "the box"),
    "broom": _two("de bezem", "the broom"),
    "painting": _two("het schilderij", "the painting"),
    "basket": _two("de mand", "the basket"),
    "heater": _two("de kachel", "the heater"),
    "bag": _two("de tas", "the bag"),
    "tap": _two("de kraan", "the tap"),
    "screw": _two("de schroef", "the screw"),
    "paint": _two("de verf", "the paint"),
    "rope": _two("het touw", "the rope"),
}


@dataclass(frozen=True)
class Item:
    """Something to tick; its name is the same in every language, and no other item of its advice has it."""

    name: str
    text: str


@dataclass(frozen=True)
class Advice:
    """A heading, why it helps, and what to tick; its id is the same in every language, and no other advice has it."""

    id: str
    heading: str
    reason: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Page:
    """A page in one language.

    Attributes:
        path: Where it lies below the folder of its language, without an ending; an index ends in `index`.
        kind: `home`, `index`, `sheet` (with the advice and its reasons) or `checklist` (with what to tick of it).
        title: Its title, which is its heading too; no other page has it.
        description: What it holds, in a sentence.
        intro: The first paragraph.
        advice: The advice on the sheet, or that of which the checklist holds the items.
    """

    path: str
    kind: str
    title: str
    description: str
    intro: str
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of the menu: its index, its pages, and the sections in it; the whole site is one."""

    index: Page
    pages: list[Page] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def all_pages(self) -> Iterator[Page]:
        """Every page, in the order of the menu."""
        yield self.index
        yield from self.pages
        for section in self.sections:
            yield from section.all_pages()

    def pages_with_links(self) -> Iterator[tuple[Page, list[Page]]]:
        """Every page, with the pages that it lists: the home page lists all checklists, an index what lies below it."""
        below = [page for page in self.all_pages() if page.advice]
        yield self.index, [page for page in below if page.kind == "checklist"] if self.index.kind == "home" else below
        for page in self.pages:
            yield page, []
        for section in self.sections:
            yield from section.pages_with_links()


def most_pages() -> int:
    """How many pages there can be in one language."""
    return 1 + len(_CHAPTERS) * (1 + len(_SECTIONS) * (1 + 2 * len(_DAYS)))


def make_site(pages: int, language: str) -> Section:
    """Make up a site in one language.

    Args:
        pages: How many pages it has in all, from 1 to `most_pages()`.
        language: `nl` or `en`.

    Returns:
        The home page with all that lies below it; the same pages in every language.

    Raises:
        ValueError: If there cannot be that many pages.
    """
    if not 1 <= pages <= most_pages():
        raise ValueError(f"There can be from 1 to {most_pages()} pages in a language, not {pages}.")
    home = _index("index", "home", _two("Lijsten voor thuis", "Lists for the house")[language], language)
    site, left = Section(home), pages - 1
    for (chapter, said), (section, room) in product(_CHAPTERS.items(), _SECTIONS.items()):
        path = f"{chapter}/index"
        if not site.sections or site.sections[-1].index.path != path:
            if not left:
                break
            site.sections.append(Section(_index(path, "index", said[language], language)))
            left -= 1
        if not left:
            break
        part = Section(_index(f"{chapter}/{section}/index", "index", f"{said[language]}: {room[language]}", language))
        pairs = [_pair(chapter, section, day, language) for day in _DAYS]
        part.pages.extend([page for pair in pairs for page in pair][: left - 1])
        site.sections[-1].sections.append(part)
        left -= 1 + len(part.pages)
    return site


def _index(path: str, kind: str, title: str, language: str) -> Page:
    description = _two(f"Bladen en lijsten: {title}.", f"Sheets and lists: {title}.")[language]
    intro = _two(
        "Kies een dag. Op elk blad staat wat helpt en waarom, en bij elk blad hoort een lijst om af te vinken.",
        "Choose a day. Each sheet says what helps and why, and each sheet has a list to tick off.",
    )[language]
    return Page(path, kind, title, description, intro)


def _pair(chapter: str, section: str, day: str, language: str) -> tuple[Page, Page]:
    """The sheet for a day and its checklist."""
    occasion, room, on = _CHAPTERS[chapter][language], _SECTIONS[section][language], _DAYS[day][language]
    place = list(product(_CHAPTERS, _SECTIONS, _DAYS)).index((chapter, section, day))
    advice = tuple(
        _advice(task, f"{chapter}-{section}-{day}-{task}", place * len(_TASKS) + order, room, on, language)
        for order, task in enumerate(_TASKS)
    )
    about = f"{occasion}, {room}, {on}"
    sheet = Page(
        f"{chapter}/{section}/{day}",
        "sheet",
        _two(f"Tips: {about}", f"Tips: {about}")[language],
        _two(f"Wat je op {on} doet in {room}.", f"What to do in {room} on {on}.")[language],
        _two(
            f"Op {on} is {room} aan de beurt. Neem er een uur voor, met een pauze.",
            f"On {on} it is the turn of {room}. Take an hour for it, with a break.",
        )[language],
        advice,
    )
    checklist = Page(
        f"{chapter}/{section}/{day}-list",
        "checklist",
        _two(f"Lijst: {about}", f"List: {about}")[language],
        _two(f"Om af te vinken op {on} in {room}.", f"To tick off in {room} on {on}.")[language],
        _two(
            f"Vink af wat op {on} klaar is in {room}. Je hoeft niet alles te doen, en ook niet in deze volgorde.",
            f"Tick what is done in {room} on {on}. You need not do everything, nor in this order.",
        )[language],
        advice,
    )
    return sheet, checklist


def _advice(task: str, id: str, place: int, room: str, day: str, language: str) -> Advice:
    heading, reason, ticks = _TASKS[task]
    names = list(_THINGS)
    # A prime number of things and a stride that differs from page to page: lists next to each other differ.
    stride = 1 + place % (len(names) - 1)
    chosen = [names[(place + step * stride) % len(names)] for step in range(len(ticks))]
    items = [
        Item(thing, tick[language].format(thing=_THINGS[thing][language]))
        for thing, tick in zip(chosen, ticks, strict=True)
    ]
    why = reason[language].format(day=day, thing=_THINGS[chosen[0]][language])
    return Advice(id, heading[language].format(room=room), why, tuple(items))

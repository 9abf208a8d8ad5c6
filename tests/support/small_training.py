"""A small training to put into the small project: one module, its trainer's page, a family, a document, the proof."""

from __future__ import annotations

from small_project import SmallProject

MODULE = {
    "nl": """---
title: Module
description: Een module.
audience: professionals
checked: 2026-11-22
---
# Openen

Zo begin je.

///// module
    id: opening
    minutes: 20

//// aims
- Je kunt een gesprek beginnen.
- Je kunt doorvragen.
////

//// tips
    select: [safe-now]
////

//// case | Sam op maandag
    id: sam
    family: sam

Sam valt in slaap.

/// step | Maandag
    id: monday

De juf komt bij je. Wat doe je?

- [worse] wait | Je wacht af en kijkt het nog even aan. | Dan blijft Sam alleen. | safe-now
- [better] ask | Je vraagt het rustig na. | Zo weet je meer. | safe-now, code-word
- [also] tell | Je vertelt het een collega. | Dat kan eerst, als het vandaag nog gebeurt. | safe-now
///

/// step | Dinsdag
    id: tuesday

Sam praat. Wat doe je?

- [worse] promise | Je belooft dat je niets zegt. | Die belofte kun je niet houden. | code-word
- [better] listen | Je luistert, en Sam mag zelf beginnen. | Sam bepaalt het tempo. | safe-now
///
////

//// exercise | Jouw zin
    id: own-words
    minutes: 5

Schrijf je zin op.

- [text] sentence | Welke zin past bij jou?
////

//// question | Wat vraag je eerst?
    id: first
    kind: one

- [right] safe | Of het veilig is. | Anders helpt praten niet. | safe-now
- [wrong] story | Wat er gebeurd is. | Dat komt daarna. | safe-now
- [wrong] nothing | Niets, tot Sam begint. | Dan weet je niets. | code-word
////

//// question | Wat helpt?
    id: helps
    kind: several

- [right] quiet | Een rustige plek. | Daar praat iemand eerder. | safe-now
- [right] time | Tijd. | Haast maakt stil. | safe-now
- [wrong] list | Een lange lijst. | Dat voelt als een verhoor. | code-word
////

//// question | In welke volgorde?
    id: steps
    kind: order

- [then] open | Openen | Eerst veilig praten. | safe-now
- [then] ask | Vragen | Dan het verhaal. | safe-now
- [then] agree | Afspreken | Dan wat je samen doet. | code-word
////

//// question | Wat zeg je?
    id: words
    kind: say

Iemand haalt de schouders op.

- [right] calm | "Neem de tijd." | Dat geeft rust. | safe-now
- [wrong] press | "Zeg het maar." | Dat zet druk. | safe-now
////

//// exercise | Deze week op je werk
    id: this-week

Oefen met een collega.

- [line] who | Met wie?
- [date] when | Wanneer?
- [ ] told | Ik heb het verteld.
////
/////
""",
    "en": """---
title: A module
description: A module.
audience: professionals
address: module
checked: 2026-11-22
---
# Opening

This is how you begin.

///// module
    id: opening
    minutes: 20

//// aims
- You can begin a conversation.
- You can ask on.
////

//// tips
    select: [safe-now]
////

//// case | Sam on Monday
    id: sam
    family: sam

Sam falls asleep.

/// step | Monday
    id: monday

The teacher comes to you. What do you do?

- [worse] wait | You wait and see how it goes. | Then Sam is alone with it. | safe-now
- [better] ask | You ask calmly. | That way you know more. | safe-now, code-word
- [also] tell | You tell a colleague. | That can come first, if it is done today. | safe-now
///

/// step | Tuesday
    id: tuesday

Sam talks. What do you do?

- [worse] promise | You promise to say nothing. | You cannot keep that promise. | code-word
- [better] listen | You listen, and Sam may begin. | Sam sets the pace. | safe-now
///
////

//// exercise | Your sentence
    id: own-words
    minutes: 5

Write your sentence down.

- [text] sentence | Which sentence suits you?
////

//// question | What do you ask first?
    id: first
    kind: one

- [right] safe | Whether it is safe. | Talking does not help otherwise. | safe-now
- [wrong] story | What happened at home. | That comes later. | safe-now
- [wrong] nothing | Nothing, until Sam begins. | Then you know nothing. | code-word
////

//// question | What helps?
    id: helps
    kind: several

- [right] quiet | A quiet place. | People talk more easily there. | safe-now
- [right] time | Time. | Haste makes silent. | safe-now
- [wrong] list | A long list. | That feels like an interrogation. | code-word
////

//// question | In which order?
    id: steps
    kind: order

- [then] open | Opening | First a safe talk. | safe-now
- [then] ask | Asking | Then the story. | safe-now
- [then] agree | Agreeing | Then what you do together. | code-word
////

//// question | What do you say?
    id: words
    kind: say

Somebody shrugs.

- [right] calm | "Take your time." | That gives calm. | safe-now
- [wrong] press | "Say it at once." | That puts on pressure. | safe-now
////

//// exercise | This week at work
    id: this-week

Practise with a colleague.

- [line] who | With whom?
- [date] when | When?
- [ ] told | I have told it.
////
/////
""",
}
TRAINER = {
    "nl": """---
title: Begeleiden
description: Voor wie begeleidt.
audience: professionals
checked: 2026-11-22
---
# Openen begeleiden

Lees eerst [de module](module.md).

## Tijd {#timing}

Een uur.

///// role-play | Aan tafel
    id: role-play-opening
    minutes: 20

Speel met drie mensen.

//// card | Kim
    role: client

Je bent moe.
////

//// card | De collega
    role: professional

Je wilt helpen.
////

//// card | Wie kijkt
    role: observer
    select: [safe-now]

Je kijkt en luistert.
////

//// debrief
- Wat viel op?
////
/////
""",
    "en": """---
title: Leading
description: For the trainer.
audience: professionals
address: leading
checked: 2026-11-22
---
# Leading opening

First read [the module](module.md).

## Timing {#timing}

An hour.

///// role-play | At the table
    id: role-play-opening
    minutes: 20

Play with three people.

//// card | Kim
    role: client

You are tired.
////

//// card | The colleague
    role: professional

You want to help.
////

//// card | The one who watches
    role: observer
    select: [safe-now]

You watch and listen.
////

//// debrief
- What struck you?
////
/////
""",
}
COURSE = {
    "nl": """---
title: Cursus
description: Alles bij elkaar.
audience: professionals
checked: 2026-11-22
---
# Cursus

/// family | Sam en Kim
    id: sam

Een jongen en zijn moeder.
///

/// modules
///

/// tips-by-module
///

/// document
    select: [begeleiden, module]
///
""",
    "en": """---
title: Course
description: Everything together.
audience: professionals
address: course
checked: 2026-11-22
---
# Course

/// family | Sam and Kim
    id: sam

A boy and his mother.
///

/// modules
///

/// tips-by-module
///

/// document
    select: [begeleiden, module]
///
""",
}
PROOF = {
    "nl": """---
title: Bewijs
description: Een bewijs.
audience: professionals
checked: 2026-11-22
---
# Bewijs

/// proof
///
""",
    "en": """---
title: Proof
description: A proof.
audience: professionals
checked: 2026-11-22
---
# Proof

/// proof
///
""",
}
PAGES = {"module": MODULE, "begeleiden": TRAINER, "cursus": COURSE, "bewijs": PROOF}
NAMES = """  training:
    names:
      - opening/sam/monday
      - opening/sam/monday=wait
      - opening/sam/monday=ask
      - opening/sam/monday=tell
      - opening/sam/tuesday
      - opening/sam/tuesday=promise
      - opening/sam/tuesday=listen
      - opening/own-words/sentence
      - opening/this-week/who
      - opening/this-week/when
      - opening/this-week/told
      - opening/first
      - opening/first=safe
      - opening/first=story
      - opening/first=nothing
      - opening/helps/quiet
      - opening/helps/time
      - opening/helps/list
      - opening/steps/open
      - opening/steps/ask
      - opening/steps/agree
      - opening/words/words
      - opening/words/sentence
      - opening/words/sentence=calm
      - opening/words/sentence=press
      - opening/done
      - proof/name
      - proof/date
"""


def add_training(project: SmallProject) -> None:
    """Put the training into a small project: its pages, their places in the menu, and their promised names."""
    files = ", ".join(f"{name}.md" for name in PAGES)
    project.change("mkdocs.yml", "blad.md,", f"blad.md, {files},")
    project.change("data/form-names.yml", "renamed_forms: {}", f"{NAMES}renamed_forms: {{}}")
    for name, page in PAGES.items():
        for language, text in page.items():
            project.write(f"docs/{language}/{name}.md", text)

"""Documents to render, and what a reader must find in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from accesscheck.report.document import (
    Attachment,
    Bar,
    BarChart,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Scope,
    Span,
    Table,
    Tone,
)
from accesscheck.report.pdf import PageSize, render

AS_OF = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)


def rendered(document: Document, page_size: PageSize = PageSize.A4) -> bytes:
    steps = render(document, page_size)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            data: bytes = end.value
            return data


def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.BODY, tone: Tone = Tone.PLAIN) -> Paragraph:
    return Paragraph((Span(text, tone=tone),), style)


def cell(text: str, scope: Scope | None = None, tone: Tone = Tone.PLAIN) -> Cell:
    return Cell((paragraph(text, tone=tone),), scope)


def table(rows: int, words: str = "Live captions are arranged for the whole session, questions included.") -> Table:
    head = (cell("Group", Scope.COLUMN), cell("State", Scope.COLUMN), cell("Items behind it", Scope.COLUMN))
    body = [
        (cell(f"Group {number}", Scope.ROW), cell("Shut out", tone=Tone.MISSING), cell(f"{number}: {words}"))
        for number in range(rows)
    ]
    return Table((Span("Groups"),), (2, 1.2, 4), (head, *body))


def document(*blocks: Block, language: str = "en", right_to_left: bool = False, title: str = "A report") -> Document:
    return Document(
        language=language,
        title=title,
        subject="Round table",
        as_of=AS_OF,
        blocks=blocks,
        page_label="Page {page} of {pages}",
        footer="Round table",
        right_to_left=right_to_left,
    )


@dataclass(frozen=True)
class Words:
    language: str
    title: str
    verdict: str
    note: str
    look: str
    organiser: str
    item: str
    head: tuple[str, str, str]
    page_label: str
    right_to_left: bool = False


WORDS = {
    words.language: words
    for words in (
        Words(
            "en",
            "Accessibility of the round table",
            "Some people cannot take part as planned today",
            "Self-assessment by the organiser. Not a certificate. Weights and severities are AccessCheck's own.",
            "See ",
            " The organiser wrote: ",
            "Live captions are arranged for the whole session, questions included.",
            ("Group", "State", "Items"),
            "Page {page} of {pages}",
        ),
        Words(
            "fr",
            "Accessibilité de la table ronde",
            "Certaines personnes ne peuvent pas participer\u202f: à corriger aujourd’hui",
            "Auto-évaluation de l’organisateur. Ce n’est pas un certificat — œuvre à vérifier, où qu’elle soit.",
            "Voir «\u00a0",
            "\u00a0». L’organisateur a écrit\u00a0: ",
            "Le sous-titrage en direct est prévu pour toute la séance, questions comprises.",
            ("Groupe", "État", "Éléments"),
            "Page {page} sur {pages}",
        ),
        Words(
            "ar",
            "إمكانية الوصول إلى المائدة المستديرة 2026",
            "بعض الأشخاص لا يستطيعون المشاركة كما هو مخطط اليوم",
            "تقييم ذاتي من المنظِّم بتاريخ 12 مارس 2026. ليست شهادة (الأمانة لم تتحقق منها).",
            "انظر ",
            " ثم كتب المنظم: ",
            "الترجمة الفورية مُرتَّبة لكامل الجلسة، بما فيها الأسئلة (WCAG 2.2).",
            ("المجموعة", "الحالة", "العناصر"),
            "صفحة {page} من {pages}",
            right_to_left=True,
        ),
        Words(
            "zh",
            "圆桌会议的无障碍情况",
            "按今天的计划，有些人无法参加",
            "主办方于2026年3月12日自我评估。不是证书。秘书处（IGF）未核查：“权重”由AccessCheck自行设定……。",
            "参见",
            "。主办方写道：",
            "整场会议（包括提问）都有实时字幕。",
            ("群体", "状态", "项目"),
            "第{page}页，共{pages}页",
        ),
        Words(
            "ru",
            "Доступность круглого стола",
            "Сегодня некоторые люди не могут участвовать",
            "Самооценка организатора. Это не сертификат — «веса» и оценки принадлежат AccessCheck.",
            "См. ",
            " Организатор написал: ",
            "Субтитры обеспечены на всё заседание, включая вопросы.",
            ("Группа", "Состояние", "Пункты"),
            "Страница {page} из {pages}",
        ),
    )
}

FOREIGN = (
    ("ar", "نحتاج إلى 3 ترجمات (على الأقل)"),
    ("zh", "需要字幕和手语翻译，以及无障碍座位。"),
    ("ru", "Нужен перевод"),
    ("en", "We need interpreters (two of them)."),
    ("hi", "दो लोग"),
)


def everything(language: str) -> Document:
    """Every kind of node, over several pages, in one of the languages."""
    words = WORDS[language]
    blocks = (
        Heading(1, (Span(words.title),), "top"),
        paragraph(words.verdict, ParagraphStyle.VERDICT, Tone.MISSING),
        paragraph(words.note, ParagraphStyle.NOTE),
        Heading(2, (Span(words.head[0]),), "groups"),
        _mixed(words),
        _nested_list(words),
        _groups(words),
        Heading(2, (Span(words.head[1]), Span(" "), Span("AccessCheck", "en", strong=True)), "chart"),
        _figure(words),
        Heading(3, (Span(words.head[2]),)),
        paragraph(f"{words.item} " * 90),
    )
    attachments = (
        Attachment("assessment.json", "application/json", "The assessment", "Data", b'{"format": 1}\n'),
        Attachment("review é.json", "application/json", "A review", "Supplement", b"{}\n"),
    )
    return Document(
        language=words.language,
        title=words.title,
        subject=words.head[0],
        as_of=AS_OF,
        blocks=blocks,
        page_label=words.page_label,
        footer=words.title,
        attachments=attachments,
        right_to_left=words.right_to_left,
    )


def _mixed(words: Words) -> Paragraph:
    long = "The web site of the Internet Governance Forum with all its sessions, rooms and hours and much more"
    foreign = [inline for language, text in FOREIGN for inline in (Span(text, language), Span(" – "))]
    links = (Link(words.head[1], "#chart"), Span(words.organiser), Link(long, "https://www.intgovforum.org/en", "en"))
    return Paragraph((Span(words.look), *links, Span(" "), *foreign, Span(words.head[2], strong=True, tone=Tone.MET)))


def _nested_list(words: Words) -> ListBlock:
    inner = ListBlock(tuple(ListItem((paragraph(word),)) for word in words.head), ordered=True)
    return ListBlock(
        (
            ListItem((paragraph(f"{words.item} {words.note}"),)),
            ListItem((paragraph(words.head[0]), inner)),
            ListItem((paragraph(words.head[1]), paragraph(words.item))),
        )
    )


def _groups(words: Words) -> Table:
    head = tuple(cell(word, Scope.COLUMN) for word in words.head)
    body = [
        (cell(f"{words.head[0]} {number}", Scope.ROW), cell(words.head[1], tone=Tone.MET), cell(words.item))
        for number in range(40)
    ]
    empty = (cell(words.head[0], Scope.ROW), Cell(), Cell((_nested_list(words),)))
    return Table((Span(words.head[0]), Span(" "), Span("AccessCheck", "en")), (2, 1, 3), (head, *body, empty))


def _figure(words: Words) -> Figure:
    tones = (Tone.MET, Tone.PARTLY, Tone.WAITING, Tone.MISSING, Tone.UNKNOWN, Tone.NOT_RELEVANT)
    bars = tuple(Bar(f"{words.head[0]} {number}", "3 / 6", tuple((1 / 6, tone) for tone in tones)) for number in (1, 2))
    legend = tuple((tone, f"{words.head[1]} {number}") for number, tone in enumerate(tones))
    return Figure(f"{words.head[0]}: 3 / 6.", BarChart(bars, legend))


def expected_texts(document: Document) -> list[str]:
    """What the structure must say, one text for each block of words, in reading order."""
    return [" ".join(text.split()) for block in document.blocks for text in _texts(block)]


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield _joined(block.inlines)
    elif isinstance(block, ListBlock):
        yield from _list_texts(block)
    elif isinstance(block, Table):
        yield _joined(block.caption)
        held = (inner for row in block.rows for one in row for inner in one.blocks)
        yield from (text for inner in held for text in _texts(inner))
    else:  # the words of a figure are one text
        printed = [text for bar in block.chart.bars for text in (bar.label, bar.value)]
        yield " ".join([*(text for _, text in block.chart.legend), *printed])


def _list_texts(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield f"{number}." if block.ordered else "•"
        yield from (text for inner in item.blocks for text in _texts(inner))


def _joined(inlines: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in inlines)

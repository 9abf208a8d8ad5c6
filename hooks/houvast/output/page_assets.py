"""Which stylesheets and which script a page asks for, besides those of all pages."""

from __future__ import annotations

from houvast.model.page_parts import PageParts


def form_script(parts: PageParts) -> str:
    """Give the name of the script for what is filled in, of lists or of the training; empty where there is nothing."""
    if parts.has_training:
        return "training"
    return "forms" if parts.has_list else ""


def stylesheets(parts: PageParts) -> list[str]:
    """Give the names of the stylesheets for what stands on a page, in the order in which they count."""
    found = {
        "reference": parts.is_reference,
        "overview": parts.leads_on,
        _form_styles(parts): parts.has_training or parts.has_list,
        "drawing": parts.has_drawing,
        "no-paper": parts.refuses_paper,
    }
    return [name for name, is_needed in found.items() if is_needed]


def _form_styles(parts: PageParts) -> str:
    """The cut of the styles of forms."""
    if parts.has_training or not parts.worksheets:
        return form_script(parts)
    if any(worksheet.prints_apart for worksheet in parts.worksheets):
        return "cards"
    if any(table.is_stacked for table in parts.tables):
        return "blocks"
    return "tables" if parts.tables else "worksheet"

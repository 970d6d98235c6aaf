"""Names of other participants left out of a text that is handed to somebody else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.clinical.notes.common_words import NAMES_THAT_ARE_WORDS, is_month
from dashboard.clinical.notes.folding import Folded, fold
from dashboard.clinical.notes.name_forms import (
    FormKind,
    NamedPerson,
    NameForm,
    name_forms,
    whole_forms,
)
from dashboard.clinical.notes.names import Place, is_meant, longest

# It does not say whose name it was, nor that they are known here.
NAME_LEFT_OUT = "[name left out]"


@dataclass(frozen=True)
class LeftOut:
    """A text with marks in the places of names, and how many names they stand for."""

    text: str
    count: int


class NamesToLeaveOut:
    """The names that must not leave with one person's record, ready for many texts.

    Of `others`, who have been in a group with the person, every form of the name counts; of those
    `elsewhere` only what stands for nobody else. A form that fits the person too is theirs.
    """

    def __init__(
        self,
        own: NamedPerson,
        others: Iterable[NamedPerson],
        elsewhere: Iterable[NamedPerson] = (),
    ) -> None:
        self.own = own.person
        near = [own, *others]
        self.forms = [form for named in near for form in name_forms(named)]
        self.forms += [form for named in (*near, *elsewhere) for form in whole_forms(named)]

    def leave_out(self, text: str) -> LeftOut:
        """Put the mark in the place of every name that is found, the longest form of each.

        It takes more for a name than the guard before signing does: an English word that is also
        a name (Will, Grace) counts wherever it begins with a capital, save a month with a date.
        """
        folded, found = fold(text), dict[Place, set[int]]()
        for form in self.forms:
            for place in _places(form, text, folded):
                found.setdefault(place, set()).add(form.person)
        kept, reached, count = "", 0, 0
        for start, end in longest(found):
            if self.own not in found[start, end]:
                kept += text[reached:start] + NAME_LEFT_OUT
                reached, count = end, count + 1
        return LeftOut(kept + text[reached:], count)


def _places(form: NameForm, text: str, folded: Folded) -> Iterator[Place]:
    for match in form.pattern.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        may_be_word = form.kind is FormKind.SINGLE and match.group() in NAMES_THAT_ARE_WORDS
        is_word = may_be_word and (
            not text[start].isupper() or is_month(folded.text, *match.span())
        )
        if is_meant(form.kind, text[start:end], match.group()) and not is_word:
            yield start, end

"""Activities: what is done for a goal, by whom, when, and how far it has come."""

from __future__ import annotations

from typing import Annotated, Literal

from plangen.model.record import Identity, Record, Rich, choice, required
from plangen.model.text import RichText

ActivityStatus = Literal["planned", "ongoing", "done", "delayed", "cancelled"]


class Activity(Record):
    """Something that is done for a goal. `when` is the author's own wording ("våren 2027")."""

    id: Identity = ""
    name: Rich = required(RichText(()))
    responsible: Rich = RichText(())
    when: Rich = RichText(())
    status: Annotated[ActivityStatus | Literal[""], choice("activity_status")] = ""
    remark: Rich = RichText(())

    def values(self) -> tuple[RichText, ...]:
        """Everything that the author wrote in Markdown."""
        return self.name, self.responsible, self.when, self.remark

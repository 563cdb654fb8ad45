"""What papers hang on the way of an inspection: issuing keeps the paper, reopening recalls it."""

from inspections.workflow import inspection

from .issued import keeping

inspection.after("conclude")(keeping.keep)
inspection.after("reopen")(keeping.recall)

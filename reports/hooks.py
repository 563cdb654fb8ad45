"""What papers hang on the way of an inspection: issuing keeps the paper, reopening recalls it,
and the words an issuer chose are proposed for a new conclusion or notice.
"""

from findings import wording
from inspections import notice_words
from inspections.workflow import inspection

from .issued import keeping, replacing
from .paper_templates import proposing

inspection.guard("conclude", mend="findings:conclusion_edit")(replacing.replaces_rightly)
inspection.after("conclude")(keeping.keep)
inspection.after("reopen")(keeping.recall)
wording.OF_ISSUERS.append(proposing.for_new_conclusion)
notice_words.OF_ISSUERS.append(proposing.for_new_notice)

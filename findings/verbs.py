"""How acts on findings and what follows from them read on a timeline."""

from django.utils.translation import gettext_lazy as _

from reform_portal.common.audit import name_verbs

name_verbs(
    finding__record=_("Recorded the finding"),
    finding__revise=_("Changed the finding"),
    finding__concern=_("Changed the units concerned"),
    finding__delete=_("Deleted a finding"),
    evidence__add=_("Added evidence"),
    evidence__delete=_("Deleted evidence"),
    explanation__write=_("Wrote an explanation"),
    explanation__revise=_("Changed the explanation"),
    explanation__attach=_("Added a paper to the explanation"),
    explanation__detach=_("Took a paper out of the explanation"),
    announcement__deliver=_("The draft was delivered"),
    announcement__read=_("Read the announced draft"),
    extension__ask=_("Asked for more days to explain"),
    conclusion__read=_("Read the conclusion"),
    conclusion__read_part=_("Read the own part of the conclusion"),
    conclusion__write=_("Wrote the conclusion"),
    conclusion__revise=_("Changed the conclusion"),
    draft_line__word=_("Reworded the finding in the draft"),
    draft_line__put_back=_("Put the finding's own words back into the draft"),
    draft_line__keep_words=_("Kept the words of the draft for the changed finding"),
    draft_line__add=_("Added a sentence to the draft"),
    draft_line__revise=_("Changed a sentence of the draft"),
    draft_line__delete=_("Took a sentence out of the draft"),
    draft_line__move=_("Moved a sentence of the draft"),
    review__ask=_("Asked for a review of the draft"),
    comment__write=_("Commented on the draft"),
    comment__reply=_("Answered a comment"),
    recommendation__add=_("Added the recommendation"),
    recommendation__revise=_("Changed the recommendation"),
    recommendation__delete=_("Deleted a recommendation"),
    recommendation__address=_("Changed who must act"),
    remediation__hand_over=_("Handed over to another unit"),
    remediation__note=_("Wrote how far the work has got"),
)

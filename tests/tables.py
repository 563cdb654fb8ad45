"""The words the permission tables of the apps are written in.

A page is {"url": function of the stage, "get": {person: status}, "post": {person: status}};
"post" is sent without input. A step is {person: allowed}.
"""

VISITOR = "visitor"
READERS = ("chair", "planner", "head", "member", "official", "auditor")
OTHERS = ("outsider", "stranger", "administrator")
DELEGATION = ("head", "member")


def everybody(readers, others, visitor=302):
    """One status for those who read the inspection, one for the others of the portal."""
    return dict.fromkeys(READERS, readers) | dict.fromkeys(OTHERS, others) | {VISITOR: visitor}


def only(status, *people):
    """These people do it; other readers may not, to the rest the record is not there."""
    return everybody(403, 404) | dict.fromkeys(people, status)


def read(url):
    """A page that those who see the record read."""
    return {"url": url, "get": everybody(200, 404), "post": everybody(405, 405)}


def listed(url):
    """A list is there for everybody and shows what the person may see."""
    return {"url": url, "get": everybody(200, 200), "post": everybody(405, 405)}


def form(url, *people):
    """A form: shown, and sent empty it comes back with errors."""
    return {"url": url, "get": only(200, *people), "post": only(422, *people)}


def button(url, *people):
    """Something that is only sent; refused by the state of the stage it leads back as well."""
    return {"url": url, "get": everybody(405, 405), "post": only(302, *people)}


def may(*people):
    """Who may take a step, from any state. What else must be given is a guard, not a right."""
    return {person: person in people for person in (*READERS, *OTHERS)}

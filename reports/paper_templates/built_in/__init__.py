"""The words of every paper where no issuer chose others; composed, not quoted from a real one."""

from . import before, concluding, planning

FORMS = {form.kind: form for form in (*planning.FORMS, *before.FORMS, *concluding.FORMS)}

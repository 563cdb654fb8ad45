"""What a web server loads."""

import os

from django.core.wsgi import get_wsgi_application

from reform_portal.common.stack import in_one_piece

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reform_portal.settings.dev")

application = in_one_piece(get_wsgi_application())

from reform_portal.common.checks import stop_beside_demo_accounts  # noqa: E402 (needs the apps)

stop_beside_demo_accounts()

"""Settings. Everything an operator may change comes from the environment.

`HAPJAK_DATA` is the folder that holds the database (when it is SQLite), the
documents as received and the secret key. `DATABASE_URL` names another database.
"""

from __future__ import annotations

import secrets
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

env = environ.Env()


def read_secret_key(folder: Path) -> str:
    """The key of this installation, made once and readable by its owner alone."""
    path = folder / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


ROOM = Path(__file__).resolve().parent
DATA = Path(env.str("HAPJAK_DATA", default=str(Path.cwd() / "var"))).resolve()
DATA.mkdir(parents=True, exist_ok=True, mode=0o700)

SECRET_KEY = env.str("SECRET_KEY", default="") or read_secret_key(DATA)
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "hapjak.accounts",
    "hapjak.register",
    "hapjak.desk",
    "hapjak.public",
    "hapjak.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "hapjak.project.urls"
WSGI_APPLICATION = "hapjak.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOM / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'hapjak.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "sesame.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESAME_MAX_AGE = 24 * 60 * 60  # seconds
SESAME_ONE_TIME = True
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "desk:inbox"
LOGOUT_REDIRECT_URL = "public:start"

# Chinese-Korean is a written form of its own; what it lacks falls back to ko.
LANG_INFO["ko-cn"] = {
    "bidi": False,
    "code": "ko-cn",
    "name": "Korean (China)",
    "name_local": "조선어",
}
LANGUAGES = [
    ("ko", _("Korean")),
    ("ko-cn", _("Korean as written in China")),
    ("zh-hans", _("Simplified Chinese")),
    ("en", _("English")),
]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [ROOM / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATICFILES_DIRS = [ROOM / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = DATA / "files"

# What intake accepts from the web: bytes of a file, bytes and files of an archive,
# files of a request. Uploads beyond UPLOADS_AT_ONCE are asked to come back later,
# so that reading never takes the threads that show pages.
UPLOAD_LIMIT = env.int("HAPJAK_UPLOAD_LIMIT", default=16 * 1024 * 1024)
ARCHIVE_LIMIT = env.int("HAPJAK_ARCHIVE_LIMIT", default=64 * 1024 * 1024)
ARCHIVE_FILES = env.int("HAPJAK_ARCHIVE_FILES", default=500)
UPLOADS_AT_ONCE = 2
# Bytes of a file that is attached to a record; it is kept and never opened.
ATTACHMENT_LIMIT = env.int("HAPJAK_ATTACHMENT_LIMIT", default=32 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 500

# Whether a second reviewer may read a document again without seeing the first decisions.
SECOND_READING = env.bool("HAPJAK_SECOND_READING", default=False)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_COOKIES = env.bool("HAPJAK_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_COOKIES else 0

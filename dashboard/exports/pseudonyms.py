"""Names that are nobody's: the same for a person in every export of this practice, by its key."""

import hmac
from base64 import b32encode
from hashlib import sha256

from dashboard.models.types.sealing import app_secrets

PURPOSE = b"groupwork export pseudonyms"
GIVEN_NAME = "Person"


def pseudonym(participant_id: int) -> tuple[str, str, str]:
    """Return given name, family name and code for a person: HMAC-SHA256, 65 bits as base 32.

    The key is derived from that of the audit trail, which stays when other keys are rotated.
    """
    key = hmac.digest(app_secrets().audit_key, PURPOSE, sha256)
    code = b32encode(hmac.digest(key, str(participant_id).encode(), sha256)).decode()[:13]
    return GIVEN_NAME, code, code

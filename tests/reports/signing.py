"""A test authority, its signers, and PDFs signed by them: made anew for each run."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore


class Authority:
    """Gives out certificates under its own root."""

    def __init__(self, folder, name="Cơ quan chứng thực thử nghiệm"):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.name, self.key = _name(name), ec.generate_private_key(ec.SECP256R1())
        self.root = folder / "root.pem"
        self.certificate = self._certificate(self.name, self.key, is_authority=True)
        self.root.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def signer(self, name):
        """Somebody who signs PDFs."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._certificate(_name(name), key)
        pem = self.folder / "signer.pem"
        pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        secret = self.folder / "signer.key"
        secret.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        store = SimpleCertificateStore.from_certs([load_cert_from_pemder(self.root)])
        signer = signers.SimpleSigner.load(secret, pem)
        signer.cert_registry.register_multiple(store)
        return signer

    def _certificate(self, name, key, is_authority=False):
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=30))
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
            .add_extension(_usage(is_authority), critical=True)
        )
        return made.sign(self.key, hashes.SHA256())


def sign(pdf, signer):
    """The PDF with one signature, as an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    metadata = signers.PdfSignatureMetadata(field_name="Chu_ky")
    with ThreadPoolExecutor(1) as thread:  # a browser test of before may have left its event loop
        signed = thread.submit(signers.sign_pdf, writer, metadata, signer=signer)
        return signed.result().getvalue()


def _name(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(is_authority):
    wanted = {"key_cert_sign", "crl_sign"} if is_authority else {"digital_signature"}
    wanted |= set() if is_authority else {"content_commitment"}
    names = [
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    ]
    return x509.KeyUsage(**{name: name in wanted for name in names})

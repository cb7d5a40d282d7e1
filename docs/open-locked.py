#!/usr/bin/env python3
"""Opens a locked file of Waymark (docs/file-format.md) with nothing but Python 3's own library.

    python3 open-locked.py FILE < passphrase.txt > opened.waymark

Exit code 0: opened; 1: not this passphrase; 2: damaged, changed, or no such file.
"""
import base64, binascii, hashlib, hmac, json, re, sys, unicodedata, zlib


def sbox():
    box, p, q = [0] * 256, 1, 1
    while True:  # p runs through the field by 3, q by its inverse
        p = p ^ (p << 1) & 255 ^ (27 if p & 128 else 0)
        q ^= q << 1
        q ^= q << 2
        q = (q ^ q << 4) & 255
        q ^= 9 if q & 128 else 0
        box[p] = 99 ^ q ^ (q << 1 | q >> 7) & 255 ^ (q << 2 | q >> 6) & 255 ^ (q << 3 | q >> 5) & 255 ^ (q << 4 | q >> 4) & 255
        if p == 1:
            box[0] = 99
            return box


S = sbox()
TWICE = [x << 1 & 255 ^ (27 if x & 128 else 0) for x in range(256)]


def expand(key):
    words, rcon = [list(key[i : i + 4]) for i in range(0, 32, 4)], 1
    while len(words) < 60:
        word = words[-1]
        if len(words) % 8 == 0:
            word = [S[word[1]] ^ rcon, S[word[2]], S[word[3]], S[word[0]]]
            rcon <<= 1
        elif len(words) % 8 == 4:
            word = [S[x] for x in word]
        words.append([a ^ b for a, b in zip(words[-8], word)])
    return [sum(words[i : i + 4], []) for i in range(0, 60, 4)]


def aes(rounds, block):  # AES-256, one block, FIPS 197
    state = [a ^ b for a, b in zip(block, rounds[0])]
    for number, keys in enumerate(rounds[1:], 1):
        s = [S[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        if number < 14:
            mixed = []
            for c in range(0, 16, 4):
                a, every = s[c : c + 4], s[c] ^ s[c + 1] ^ s[c + 2] ^ s[c + 3]
                mixed += [a[i] ^ every ^ TWICE[a[i] ^ a[(i + 1) % 4]] for i in range(4)]
            s = mixed
        state = [a ^ b for a, b in zip(s, keys)]
    return bytes(state)


def ghash(h, data):  # NIST SP 800-38D
    table, v, y = [], int.from_bytes(h, 'big'), 0
    for _ in range(128):
        table.append(v)
        v = v >> 1 ^ (0xE1 << 120 if v & 1 else 0)
    for at in range(0, len(data), 16):
        y ^= int.from_bytes(data[at : at + 16], 'big')
        z = 0
        for i in range(128):
            if y >> 127 - i & 1:
                z ^= table[i]
        y = z
    return y.to_bytes(16, 'big')


def gcm_open(key, nonce, body, bound):
    rounds, locked, tag = expand(key), body[:-16], body[-16:]
    fill = lambda x: x + bytes(-len(x) % 16)
    lengths = (8 * len(bound)).to_bytes(8, 'big') + (8 * len(locked)).to_bytes(8, 'big')
    seen = ghash(aes(rounds, bytes(16)), fill(bound) + fill(locked) + lengths)
    ours = bytes(a ^ b for a, b in zip(seen, aes(rounds, nonce + b'\0\0\0\1')))
    if len(body) < 16 or not hmac.compare_digest(ours, tag):
        raise ValueError('It was changed after it was locked.')
    stream = b''.join(aes(rounds, nonce + n.to_bytes(4, 'big')) for n in range(2, 2 + (len(locked) + 15) // 16))
    return bytes(a ^ b for a, b in zip(locked, stream))


def hkdf(master, info):  # RFC 5869, SHA-256, no salt, 32 bytes
    return hmac.digest(hmac.digest(bytes(32), master, 'sha256'), info + b'\1', 'sha256')


def open_locked(raw, passphrase):
    content, _, tail = raw.rpartition(b',"digest":')
    if tail.strip() != b'"%s"}' % hashlib.sha256(content).hexdigest().encode():
        raise ValueError('It is damaged, cut off, or no locked file of Waymark.')
    head, _, body = content.partition(b',"body":')
    known = json.loads(head + b'}')
    if known['format'] != 'waymark-locked' or known['version'] != 1:
        raise ValueError('It is of another format or version.')
    if not 100_000 <= known['iterations'] <= 10_000_000:
        raise ValueError('Its cost is none that Waymark asks for.')
    counts = re.sub('[ \t\r\n]+', ' ', unicodedata.normalize('NFKC', passphrase)).strip(' ')
    salt = bytes.fromhex(known['salt'])
    master = hashlib.pbkdf2_hmac('sha256', counts.encode(), salt, known['iterations'])
    if hkdf(master, b'waymark-locked 1 check').hex() != known['check']:
        raise PermissionError('It does not open with this passphrase.')
    key, nonce = hkdf(master, b'waymark-locked 1 key'), bytes.fromhex(known['nonce'])
    packed = gcm_open(key, nonce, base64.b64decode(body.strip(b'"'), validate=True), head)
    return zlib.decompress(packed, 31) if known['packing'] == 'gzip' else packed


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        with open(sys.argv[1], 'rb') as file:
            opened = open_locked(file.read(), sys.stdin.read())
    except PermissionError as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(1)
    except (ValueError, KeyError, OSError, zlib.error, binascii.Error) as damage:
        print(damage, file=sys.stderr)
        sys.exit(2)
    sys.stdout.buffer.write(opened)

#!/usr/bin/env python3
"""Makes pictures.zip: small images of every kind and oddity, and facts.json, what Pillow shows of each.

Needs Pillow (made with 13.0.0). The same Pillow makes the same files. Run it in this folder: python3 generate.py
"""
import io
import json
import struct
import zipfile
import zlib

from PIL import Image, ImageCms, ImageOps

W, H = 48, 32
FILES = {}


def picture(mode="RGB", size=(W, H)):
    """Smooth, and different in each corner, so that no turn goes unnoticed."""
    w, h = size
    im = Image.new("RGBA", size)
    for y in range(h):
        for x in range(w):
            alpha = 255 if mode not in ("RGBA", "LA", "PA") else 60 + 190 * y // h
            im.putpixel((x, y), (255 * x // w, 255 * y // h, 200 - 150 * x // w, alpha))
    if mode == "P":
        return im.convert("RGB").quantize(64)
    return im if mode == "RGBA" else im.convert(mode) if mode == "LA" else im.convert("RGB").convert(mode)


def save(im, format, **options):
    out = io.BytesIO()
    im.save(out, format, **options)
    return out.getvalue()


def put(name, data):
    assert name not in FILES, name
    FILES[name] = data


def exif(orientation, order=">", type=3):
    value = {1: "B3x", 3: "H2x", 4: "I"}[type]
    mark = b"MM" if order == ">" else b"II"
    return mark + struct.pack(order + "HIHHHI", 42, 8, 1, 0x112, type, 1) + struct.pack(order + value, orientation) \
        + struct.pack(order + "I", 0)


def xmp(orientation, element=False):
    body = f"<tiff:Orientation>{orientation}</tiff:Orientation>" if element else ""
    attribute = "" if element else f' tiff:Orientation="{orientation}"'
    return (f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            f'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/"{attribute}>{body}</rdf:Description>'
            f'</rdf:RDF></x:xmpmeta>').encode()


# PNG

def chunk(type, data=b"", crc=None):
    crc = zlib.crc32(type + data) if crc is None else crc
    return struct.pack(">I", len(data)) + type + data + struct.pack(">I", crc)


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(kind, depth, samples, size=(W, H), interlaced=False, before=b"", between=b"", after=b"", pieces=1, end=True):
    """@param samples a function of x and y to the samples of a pixel"""
    w, h = size
    raw = b""
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    for x0, y0, dx, dy in passes:
        if x0 >= w:
            continue
        for y in range(y0, h, dy):
            bits = "".join(format(s, f"0{depth}b") for x in range(x0, w, dx) for s in samples(x, y))
            bits += "0" * (-len(bits) % 8)
            raw += b"\0" + int("1" + bits, 2).to_bytes(len(bits) // 8 + 1, "big")[1:]
    packed = zlib.compress(raw, 9)
    step = -(-len(packed) // pieces)
    pixels = b"".join(chunk(b"IDAT", packed[i:i + step]) + (chunk(b"IDAT") if pieces > 1 else b"")
                      for i in range(0, len(packed), step))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, depth, kind, 0, 0, int(interlaced)))
    return b"\x89PNG\r\n\x1a\n" + header + before + between + pixels + after + (chunk(b"IEND") if end else b"")


def scaled(depth, *channels):
    top = (1 << depth) - 1
    parts = {"r": lambda x, y: x / W, "g": lambda x, y: y / H, "b": lambda x, y: 0.8 - 0.6 * x / W,
             "a": lambda x, y: 0.25 + 0.7 * y / H}
    return lambda x, y: [int(top * parts[c](x, y)) for c in channels]


def rgb_png(**options):
    return png(2, 8, scaled(8, *"rgb"), **options)


def palette_png(depth, colours, trns=None, missing=0, **options):
    plte = b"".join(bytes([255 * i // max(1, colours - 1), 255 - 255 * i // max(1, colours - 1), 40])
                    for i in range(colours - missing))
    extra = chunk(b"PLTE", plte) + (chunk(b"tRNS", trns) if trns else b"")
    return png(3, depth, lambda x, y: [(x * colours // W + y * colours // H) % colours], between=extra, **options)


def pngs():
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        put(f"png-pillow-{mode}.png", save(picture(mode), "PNG"))
    for interlaced in (False, True):
        tail = "-interlaced" if interlaced else ""
        for depth in (1, 2, 4, 8, 16):
            put(f"png-grey-{depth}{tail}.png", png(0, depth, scaled(depth, "r"), interlaced=interlaced))
        for depth in (1, 2, 4, 8):
            put(f"png-palette-{depth}{tail}.png", palette_png(depth, 1 << depth if depth < 8 else 200, interlaced=interlaced))
            put(f"png-palette-trns-{depth}{tail}.png",
                palette_png(depth, 1 << depth, trns=bytes([0, 128]), interlaced=interlaced))
        for depth in (8, 16):
            for kind, channels in ((2, "rgb"), (4, "ra"), (6, "rgba")):
                put(f"png-{channels}-{depth}{tail}.png",
                    png(kind, depth, scaled(depth, *channels), interlaced=interlaced))
    for depth in (1, 2, 4, 8):
        put(f"png-grey-trns-{depth}.png", png(0, depth, scaled(depth, "r"), between=chunk(b"tRNS", struct.pack(">H", 0))))
    flat = lambda x, y: [255, 0, 0] if x < W // 2 else [0, 0, 255]
    put("png-rgb-trns.png", png(2, 8, flat, between=chunk(b"tRNS", struct.pack(">HHH", 255, 0, 0))))
    for size in ((1, 1), (1, 300), (300, 1), (7, 5), (9, 9)):
        put(f"png-size-{size[0]}x{size[1]}.png", png(2, 8, lambda x, y: [200, 100, 50], size=size))
        put(f"png-size-{size[0]}x{size[1]}-interlaced.png", png(2, 8, lambda x, y: [200, 100, 50], size=size, interlaced=True))
    for o in range(1, 9):
        put(f"png-exif-{o}.png", rgb_png(before=chunk(b"eXIf", exif(o))))
        put(f"png-exif-after-{o}.png", rgb_png(after=chunk(b"eXIf", exif(o, "<"))))
        put(f"png-xmp-{o}.png", rgb_png(before=chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(o, o % 2 == 0))))
        put(f"png-grey-exif-{o}.png", png(0, 8, scaled(8, "r"), before=chunk(b"eXIf", exif(o, "<"))))
        put(f"png-alpha-exif-{o}.png", png(6, 8, scaled(8, *"rgba"), before=chunk(b"eXIf", exif(o))))
        put(f"png-palette-exif-{o}.png", palette_png(4, 16, before=chunk(b"eXIf", exif(o))))
    odd = {
        "pieces": dict(pieces=40),
        "text": dict(before=chunk(b"tEXt", b"workflow\0" + b"{}" * 3000)),
        "ztxt": dict(before=chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 50000))),
        "iccp-broken": dict(before=chunk(b"iCCP", b"x\0\0nothing")),
        "iccp-srgb": dict(before=chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(SRGB))),
        "gamma": dict(before=chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"sRGB", b"\0")),
        "times": dict(before=chunk(b"tIME", bytes(7)) + chunk(b"pHYs", struct.pack(">IIB", 1, 1, 0))),
        "unknown": dict(before=chunk(b"abCd", b"x" * 99), after=chunk(b"vpAg", bytes(9))),
        "background": dict(before=chunk(b"bKGD", bytes(6))),
        "exif-cut": dict(before=chunk(b"eXIf", exif(6)[:12])),
        "exif-empty": dict(before=chunk(b"eXIf", b"")),
        "trailing": dict(after=b""),
        "text-crc": dict(after=chunk(b"tEXt", b"a\0b", crc=1)),
        "suggested-palette": dict(between=chunk(b"PLTE", bytes(range(12)))),
    }
    for name, options in odd.items():
        put(f"png-odd-{name}.png", rgb_png(**options) + (b"trailing" * 50 if name == "trailing" else b""))
    put("png-odd-palette-short.png", palette_png(4, 16, missing=5))
    put("png-odd-apng.png", save(picture(), "PNG", save_all=True,
                                 append_images=[picture("L").convert("RGB")], duration=100))


# JPEG

def segment(marker, data=b"", length=None):
    return bytes([0xff, marker]) + struct.pack(">H", len(data) + 2 if length is None else length) + data


JFIF = segment(0xe0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
JFXX = segment(0xe0, b"JFXX\0\x13\1\1" + bytes([9, 9, 9]))


def jpeg_body(im=None, **options):
    """What follows the JFIF segment."""
    data = save(im or picture(), "JPEG", **{"quality": 92, **options})
    at = 2
    while data[at + 1] in (0xe0, 0xee):
        at += 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
    return data[at:]


def jpeg(first=JFIF, **options):
    return b"\xff\xd8" + first + jpeg_body(**options)


def app1(orientation, order=">", type=3):
    return segment(0xe1, b"Exif\0\0" + exif(orientation, order, type))


def app1_xmp(orientation):
    return segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0" + xmp(orientation))


def icc(data, number=1, count=1):
    return segment(0xe2, b"ICC_PROFILE\0" + bytes([number, count]) + data)


def jpegs():
    for mode in ("L", "RGB", "CMYK"):
        for progressive in (False, True):
            put(f"jpeg-{mode}{'-progressive' if progressive else ''}.jpg",
                save(picture(mode), "JPEG", quality=92, progressive=progressive))
    put("jpeg-cmyk-large.jpg", save(picture("CMYK", (300, 200)), "JPEG", quality=90))
    for name, sampling in (("444", 0), ("422", 1), ("420", 2)):
        put(f"jpeg-{name}.jpg", jpeg(subsampling=sampling))
        put(f"jpeg-{name}-nothing-says-colours.jpg", jpeg(b"", subsampling=sampling))
        put(f"jpeg-{name}-exif-only.jpg", jpeg(app1(6), subsampling=sampling))
        put(f"jpeg-{name}-restart.jpg", jpeg(subsampling=sampling, restart_marker_blocks=1))
        put(f"jpeg-{name}-progressive-restart.jpg", jpeg(subsampling=sampling, progressive=True, restart_marker_rows=1))
    put("jpeg-stored-rgb.jpg", save(picture(), "JPEG", quality=92, keep_rgb=True))
    put("jpeg-stored-rgb-progressive.jpg", save(picture(), "JPEG", quality=92, keep_rgb=True, progressive=True))
    put("jpeg-adobe-ycc.jpg", jpeg(segment(0xee, b"Adobe\0\x64\0\0\0\0\1")))
    put("jpeg-adobe-cut.jpg", jpeg(segment(0xee, b"Adobe")))
    for o in range(1, 9):
        put(f"jpeg-exif-{o}.jpg", jpeg(JFIF + app1(o)))
        put(f"jpeg-exif-first-{o}.jpg", jpeg(app1(o, "<") + JFIF))
        put(f"jpeg-xmp-first-{o}.jpg", jpeg(app1_xmp(o) + JFIF))
        put(f"jpeg-grey-exif-{o}.jpg", jpeg(JFIF + app1(o, "<", 4), im=picture("L")))
        put(f"jpeg-progressive-exif-{o}.jpg", jpeg(JFIF + app1(o), progressive=True))
    cmyk = save(picture("CMYK"), "JPEG", quality=92)
    for o in (3, 6, 8):
        put(f"jpeg-cmyk-exif-{o}.jpg", cmyk[:2] + app1(o) + cmyk[2:])
    for o in (0, 9, 255):
        put(f"jpeg-exif-senseless-{o}.jpg", jpeg(JFIF + app1(o)))
    small = save(picture(size=(16, 16)), "JPEG", progressive=True)
    directory = exif(6)[:-4] + struct.pack(">I", 26) + struct.pack(">HHHII", 2, 0x201, 4, 1, 56) \
        + struct.pack(">HHII", 0x202, 4, 1, len(small)) + struct.pack(">I", 0)
    thumbnail = segment(0xe1, b"Exif\0\0" + directory + small)
    firsts = {
        "two-jfif": JFIF + JFIF, "jfxx": JFIF + JFXX, "jfxx-first": JFXX + JFIF, "jfxx-alone": JFXX,
        "exif-jfif-exif": app1(6) + JFIF + app1(3), "jfif-cut": segment(0xe0, b"JFIF\0\1"),
        "jfif-thumbnail": segment(0xe0, b"JFIF\0\1\1\0\0\1\0\1\2\2" + bytes(12)),
        "jfif-thumbnail-cut": segment(0xe0, b"JFIF\0\1\1\0\0\1\0\1\x20\x20"),
        "icc": JFIF + icc(SRGB), "icc-first": icc(SRGB) + JFIF,
        "icc-two": JFIF + icc(SRGB[:200], 1, 2) + icc(SRGB[200:], 2, 2),
        "icc-turned": JFIF + icc(SRGB[200:], 2, 2) + icc(SRGB[:200], 1, 2),
        "icc-duplicated": JFIF + icc(SRGB) + icc(SRGB), "icc-half": JFIF + icc(SRGB[:200], 1, 2),
        "icc-miscounted": JFIF + icc(SRGB[:200], 1, 3) + icc(SRGB[200:], 2, 2),
        "icc-zero": JFIF + icc(SRGB, 0, 0), "icc-beyond": JFIF + icc(SRGB, 7, 3), "icc-empty": JFIF + icc(b""),
        "icc-no-number": JFIF + segment(0xe2, b"ICC_PROFILE\0"), "icc-cut": JFIF + icc(SRGB[:100]),
        "icc-cut-late": JFIF + icc(SRGB[:-50]),
        "icc-noise": JFIF + icc(bytes(range(256)) * 2), "icc-zeros": JFIF + icc(bytes(400)),
        "icc-tags": JFIF + icc(SRGB[:128] + b"\xff" * (len(SRGB) - 128)),
        "exif-cut": JFIF + segment(0xe1, b"Exif\0\0MM\0*"), "exif-far": JFIF + segment(0xe1, b"Exif\0\0MM\0*\xff\0\0\0"),
        "exif-empty": JFIF + segment(0xe1, b"Exif\0\0"), "exif-byte": JFIF + app1(6, ">", 1),
        "exif-thumbnail": JFIF + thumbnail,
        "comment": JFIF + segment(0xfe, b"hello"), "comments": JFIF + segment(0xfe, b"x" * 60000) * 4,
        "fill": JFIF + b"\xff\xff\xff" + segment(0xfe, b"x"), "junk": JFIF + b"junk",
        "photoshop": JFIF + segment(0xed, b"Photoshop 3.0\0" + bytes(40)),
        "mpf": JFIF + segment(0xe2, b"MPF\0" + bytes(20)), "flashpix": JFIF + segment(0xe2, b"FPXR\0" + bytes(20)),
        "large": JFIF + segment(0xe5, bytes(65000)) * 5,
    }
    for marker, name in ((0xfe, "com"), (0xe0, "app0"), (0xe1, "app1"), (0xe2, "app2"), (0xed, "app13"), (0xee, "app14")):
        for size in range(4):
            firsts[f"{name}-{size}"] = JFIF + segment(marker, bytes(size))
        for length in (0, 1):
            firsts[f"{name}-length-{length}"] = JFIF + segment(marker, b"", length)
    for name, first in firsts.items():
        put(f"jpeg-odd-{name}.jpg", jpeg(first))
    put("jpeg-odd-trailing.jpg", jpeg() + b"more" * 100)
    put("jpeg-odd-two.jpg", jpeg() + jpeg())
    put("jpeg-odd-progressive-comment.jpg", jpeg(progressive=True).replace(b"\xff\xda", segment(0xfe, b"x" * 9) + b"\xff\xda", 3))
    put("jpeg-mpo.jpg", save(picture(), "MPO", save_all=True, append_images=[picture("L").convert("RGB")]))
    for size in ((1, 1), (1, 200), (200, 1), (17, 9)):
        put(f"jpeg-size-{size[0]}x{size[1]}.jpg", save(picture(size=size), "JPEG", quality=95, subsampling=0))


# GIF

def lzw(indices):
    """Codes of nine bits and a clear code now and then: larger, but easy."""
    bits = []
    for i, index in enumerate(indices):
        if i % 100 == 0:
            bits.append(256)
        bits.append(index)
    bits.append(257)
    value = 0
    for i, code in enumerate(bits):
        value |= code << 9 * i
    data = value.to_bytes((9 * len(bits) + 7) // 8, "little")
    return b"\x08" + b"".join(bytes([len(data[i:i + 255])]) + data[i:i + 255] for i in range(0, len(data), 255)) + b"\0"


def gif_palette(count=256):
    return b"".join(bytes([255 * i // (count - 1), 255 - 255 * i // (count - 1), 60]) for i in range(count))


def gif_frame(x, y, w, h, local=None, interlaced=False):
    order = [r for start, step in ((0, 8), (4, 8), (2, 4), (1, 2)) for r in range(start, h, step)] if interlaced else range(h)
    flags = (0x40 if interlaced else 0) | (0x87 if local else 0)
    indices = [(5 * i + 3 * row) % 256 for row in order for i in range(w)]
    return struct.pack("<BHHHHB", 0x2c, x, y, w, h, flags) + (local or b"") + lzw(indices)


def gif(frames, size=(W, H), palette=True, extensions=b"", background=0):
    head = b"GIF89a" + struct.pack("<HHBBB", *size, 0xf7 if palette else 0x70, background, 0)
    return head + (gif_palette() if palette else b"") + extensions + b"".join(frames) + b"\x3b"


def control(transparent):
    return b"\x21\xf9\x04\1\0\0" + bytes([transparent]) + b"\0"


def gifs():
    for mode in ("1", "L", "P", "RGB"):
        put(f"gif-pillow-{mode}.gif", save(picture(mode), "GIF"))
    put("gif-pillow-rgba.gif", save(picture("RGBA"), "GIF"))
    put("gif-animated.gif", save(picture(), "GIF", save_all=True, duration=50,
                                 append_images=[picture("L").convert("RGB"), picture()]))
    whole = gif_frame(0, 0, W, H)
    local = gif_palette()[::-1]
    put("gif-plain.gif", gif([whole]))
    put("gif-interlaced.gif", gif([gif_frame(0, 0, W, H, interlaced=True)]))
    put("gif-local.gif", gif([gif_frame(0, 0, W, H, local)]))
    put("gif-local-only.gif", gif([gif_frame(0, 0, W, H, local)], palette=False))
    put("gif-no-palette.gif", gif([whole], palette=False))
    put("gif-transparent.gif", gif([whole], extensions=control(0)))
    put("gif-canvas-transparent.gif", gif([gif_frame(10, 6, 20, 16)], extensions=control(250)))
    put("gif-canvas-opaque.gif", gif([gif_frame(10, 6, 20, 16)], background=7))
    put("gif-canvas-local.gif", gif([gif_frame(10, 6, 20, 16, local)], extensions=control(7)))
    put("gif-canvas-interlaced.gif", gif([gif_frame(3, 5, 21, 17, interlaced=True)], extensions=control(9)))
    put("gif-beyond-canvas.gif", gif([gif_frame(20, 20, W, H)], extensions=control(250)))
    put("gif-no-canvas.gif", gif([gif_frame(0, 0, 20, 10)], size=(0, 0)))
    put("gif-canvas-then-whole.gif", gif([control(250) + gif_frame(10, 6, 20, 16), control(250) + whole]))
    put("gif-comment.gif", gif([whole], extensions=b"\x21\xfe" + (b"\xff" + b"c" * 255) * 20 + b"\0"))
    put("gif-netscape.gif", gif([whole, whole], extensions=b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"))
    put("gif-xmp.gif", gif([whole], extensions=b"\x21\xff\x0bXMP DataXMP" + xmp(6)
                           + bytes([1]) + bytes(range(255, -1, -1)) + b"\0\0"))
    put("gif-text.gif", gif([whole], extensions=b"\x21\x01\x0c" + bytes(12) + b"\2hi\0"))
    put("gif-87.gif", b"GIF87a" + gif([whole])[6:])
    put("gif-no-trailer.gif", gif([whole])[:-1])
    put("gif-size-1x1.gif", gif([gif_frame(0, 0, 1, 1)], size=(1, 1)))
    put("gif-size-300x1.gif", gif([gif_frame(0, 0, 300, 1)], size=(300, 1)))
    put("gif-many-frames.gif", gif([whole] + [gif_frame(0, 0, 1, 1)] * 300))


# WebP

def webps():
    for mode in ("RGB", "RGBA", "L"):
        im = picture(mode)
        put(f"webp-lossy-{mode}.webp", save(im, "WEBP", quality=90))
        put(f"webp-lossless-{mode}.webp", save(im, "WEBP", lossless=True, exact=True))
    for o in range(1, 9):
        put(f"webp-exif-{o}.webp", save(picture(), "WEBP", quality=90, exif=exif(o)))
        put(f"webp-lossless-exif-{o}.webp", save(picture("RGBA"), "WEBP", lossless=True, exact=True, exif=b"Exif\0\0" + exif(o, "<")))
        put(f"webp-xmp-{o}.webp", save(picture(), "WEBP", quality=90, xmp=xmp(o)))
    put("webp-icc.webp", save(picture(), "WEBP", quality=90, icc_profile=SRGB))
    put("webp-icc-broken.webp", save(picture(), "WEBP", quality=90, icc_profile=b"nothing"))
    put("webp-exif-cut.webp", save(picture(), "WEBP", quality=90, exif=b"Exif\0\0MM"))
    put("webp-animated.webp", save(picture(), "WEBP", save_all=True, quality=90, append_images=[picture("L").convert("RGB")]))
    put("webp-animated-alpha.webp", save(picture("RGBA"), "WEBP", save_all=True, lossless=True, exact=True,
                                         append_images=[picture("RGB").convert("RGBA")]))
    put("webp-animated-lossy-alpha.webp", save(picture("RGBA"), "WEBP", save_all=True, quality=90,
                                               append_images=[picture("RGB").convert("RGBA")]))
    inside = Image.new("RGBA", (W, H))
    inside.paste(picture("RGB", (20, 12)), (10, 8))
    put("webp-animated-inside.webp", save(inside, "WEBP", save_all=True, lossless=True, append_images=[picture("RGBA")]))
    put("webp-animated-exif.webp", save(picture(), "WEBP", save_all=True, quality=90, exif=exif(6),
                                        append_images=[picture("L").convert("RGB")]))
    plain = save(picture(), "WEBP", quality=90)
    put("webp-odd-trailing.webp", plain + b"more" * 30)
    unknown = plain + b"abcd" + struct.pack("<I", 5) + b"hello\0"
    put("webp-odd-unknown.webp", unknown[:4] + struct.pack("<I", len(unknown) - 8) + unknown[8:])
    for size in ((1, 1), (1, 200), (200, 1), (17, 9)):
        put(f"webp-size-{size[0]}x{size[1]}.webp", save(picture(size=size), "WEBP", lossless=True))


# What Pillow shows

def rgba(im):
    if im.mode.startswith("I"):
        wide = im
        im = Image.new("L", im.size)
        im.putdata([v >> 8 for v in wide.getdata()])
    if im.mode == "CMYK":
        im = im.convert("RGB")
    return im.convert("RGBA")


def facts(data):
    try:
        im = Image.open(io.BytesIO(data))
        mode = im.mode
        im.load()
    except Exception as e:
        return {"opens": False, "reason": type(e).__name__}
    try:
        im = ImageOps.exif_transpose(im)
    except Exception:
        pass
    shown = rgba(im)
    w, h = shown.size
    points = [((2 * i + 1) * w // 8, (2 * j + 1) * h // 8) for j in range(4) for i in range(4)]
    return {"opens": True, "mode": mode, "width": w, "height": h, "pixels": [list(shown.getpixel(p)) for p in points]}


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# Its date is that of now.
SRGB = SRGB[:24] + bytes([7, 0xe8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]) + SRGB[36:]

for make in (pngs, jpegs, gifs, webps):
    make()
answers = {name: facts(data) for name, data in FILES.items()}
with zipfile.ZipFile("pictures.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for name, data in FILES.items():
        archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)
with open("facts.json", "w") as out:
    out.write("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(fact)}" for name, fact in answers.items()) + "\n}\n")
print(len(FILES), "images,", sum(1 for fact in answers.values() if not fact["opens"]), "that Pillow does not open")

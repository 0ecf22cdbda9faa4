"""Slices of canonical bytes are what libxml2 calls the exclusive canonical form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hocba.kernel.problems import ProblemError
from hocba.signing.xades.canonical import (
    DECLARATION,
    assert_canonical,
    canonical_slice,
    default_namespace,
    find_element,
)

NAMESPACE = b"urn:x"
_text = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)


def document(body: bytes) -> bytes:
    return DECLARATION + b'<A xmlns="urn:x">' + body + b"</A>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@given(_text, _text, _text)
def test_a_slice_equals_the_form_that_libxml2_gives(before: str, inside: str, attribute: str) -> None:
    body = f'{_escape(before)}<B Id="b" N="{_attribute(attribute)}"><C Id="c">{_escape(inside)}</C></B>'.encode()
    whole = document(body)
    assert_canonical(whole)
    element = etree.fromstring(whole)[0]
    assert canonical_slice(whole, find_element(whole, "b"), NAMESPACE) == etree.tostring(
        element, method="c14n", exclusive=True
    )


@given(_text)
def test_text_that_looks_like_an_attribute_is_not_an_element(text: str) -> None:
    whole = document(f'{_escape(text)} Id="b"&gt;<B Id="b">x</B>'.encode())
    assert find_element(whole, "b").tag == b"B"
    assert whole[find_element(whole, "b").inner : find_element(whole, "b").close] == b"x"


def test_an_attribute_value_that_looks_like_a_tag_is_not_an_element() -> None:
    whole = document(b'<B N="&lt;C Id=&quot;c&quot;>">x</B>')
    with pytest.raises(ProblemError, match=r"xml\.id_missing"):
        find_element(whole, "c")


def test_an_element_inside_one_of_the_same_name_is_stepped_over() -> None:
    whole = document(b'<B Id="b"><B>1</B><B><B>2</B></B>3</B><B Id="d"></B>')
    element = find_element(whole, "b")
    assert whole[element.inner : element.close] == b"<B>1</B><B><B>2</B></B>3"
    assert find_element(whole, "d").empty


def test_two_elements_with_one_id_are_refused() -> None:
    with pytest.raises(ProblemError, match=r"xml\.id_duplicate"):
        find_element(document(b'<B Id="b"></B><C Id="b"></C>'), "b")


@pytest.mark.parametrize(
    "body",
    [
        b"<B/>",
        b"<B ></B>",
        b"<B b='1'></B>",
        b'<B b="1" a="2"></B>',
        b"<!--x-->",
        b"&#65;",
        b"<![CDATA[x]]>",
        b"a\r\nb",
    ],
)
def test_what_is_not_canonical_is_refused(body: bytes) -> None:
    with pytest.raises(ProblemError, match=r"xml\.not_canonical"):
        assert_canonical(document(body))


def test_a_document_without_default_namespace_is_refused() -> None:
    with pytest.raises(ProblemError, match=r"xml\.not_canonical"):
        default_namespace(DECLARATION + b"<A></A>")

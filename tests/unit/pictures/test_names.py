"""What things are called side by side."""

from kg.pictures.names import distinct


def test_what_no_other_is_called_keeps_its_name(asked) -> None:
    assert distinct(asked, {"a": "Direktionen", "b": "Byrådet"}) == {"a": "Direktionen", "b": "Byrådet"}


def test_two_of_one_name_get_their_authority(asked) -> None:
    ((authority, name),) = [
        (str(iri), str(label))
        for iri, label in asked.query("SELECT ?x ?l { ?x a sag:Municipality ; skos:prefLabel ?l } LIMIT 1").values()
    ]
    own, other = f"{authority}/body/direktionen", "https://example.org/body/direktionen"
    short = name.removesuffix(" Kommune")
    assert distinct(asked, {own: "Direktionen", other: "Direktionen"}) == {
        own: f"Direktionen ({short})",
        other: "Direktionen",
    }

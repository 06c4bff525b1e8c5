namespace NewsDiff.Extraction.Html;

/// <summary>The elements that have rules of their own in the HTML Standard.</summary>
internal enum TagId : byte
{
    /// <summary>Any other element.</summary>
    Other,
    A,
    Address,
    Body,
    Br,
    Button,
    Caption,
    Col,
    Colgroup,
    Dd,
    Div,
    Dt,
    Font,
    Form,
    Frame,
    Frameset,
    Head,
    Hr,
    Html,
    Iframe,
    Image,
    Input,
    Keygen,
    Li,
    Listing,
    Math,
    Nobr,
    Noembed,
    Noframes,
    Noscript,
    Optgroup,
    Option,
    P,
    Plaintext,
    Pre,
    Rb,
    Rp,
    Rt,
    Rtc,
    Script,
    Select,
    Style,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Title,
    Tr,
    Xmp,

    /// <summary>An element of SVG or MathML; this and all later values are such elements.</summary>
    Foreign,

    /// <summary>An element of MathML in which text is HTML.</summary>
    MathText,

    /// <summary>An annotation in MathML, which may hold HTML.</summary>
    MathAnnotation,

    /// <summary>An element of SVG that holds HTML.</summary>
    HtmlInDrawing,
}

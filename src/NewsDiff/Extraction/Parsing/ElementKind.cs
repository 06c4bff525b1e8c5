namespace NewsDiff.Extraction.Parsing;

/// <summary>The role of an element for the reader of a page.</summary>
internal enum ElementKind : byte
{
    /// <summary>Any element that starts a block, such as a div.</summary>
    Block,

    /// <summary>An element within a line of text.</summary>
    Inline,
    Body,
    Main,
    Article,
    Section,
    Header,
    Footer,
    Nav,
    Aside,
    Form,
    Figure,
    Caption,
    Paragraph,
    Heading,
    List,
    ListItem,
    Quote,
    Preformatted,
    Table,
    Row,
    Cell,
    Link,
    Emphasis,
    LineBreak,
    Time,
    Address,

    /// <summary>An element whose content no reader sees as text.</summary>
    Skipped,
    Script,
    Title,
    Meta,
    LinkTag,
    Base,
}

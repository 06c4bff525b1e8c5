using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>The kind of a paragraph in an article.</summary>
/// <remarks>The numbers are part of every <see cref="ContentHash"/>: they never change.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ParagraphKind>))]
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>A heading inside the body.</summary>
    Heading,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>A quotation that is separate from the text.</summary>
    Quote,

    /// <summary>One row of a table, cells separated by a tab.</summary>
    TableRow,

    /// <summary>Text whose line breaks are kept, such as verse or code.</summary>
    Preformatted,

    /// <summary>A correction or amendment notice by the publisher.</summary>
    Correction,
}

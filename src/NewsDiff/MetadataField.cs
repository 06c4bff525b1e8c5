using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>The fields of an article's metadata.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MetadataField>))]
public enum MetadataField
{
    /// <summary>The names of its authors.</summary>
    Authors = 1,

    /// <summary>When it was first published.</summary>
    PublishedAt,

    /// <summary>When it was last modified.</summary>
    ModifiedAt,

    /// <summary>The section it appeared in.</summary>
    Section,

    /// <summary>The summary that the page states.</summary>
    Summary,

    /// <summary>The address of its main picture.</summary>
    LeadImage,

    /// <summary>The captions of its pictures and tables.</summary>
    Captions,

    /// <summary>The addresses that its text links to.</summary>
    Links,
}

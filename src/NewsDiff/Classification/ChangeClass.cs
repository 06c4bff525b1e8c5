using System.Text.Json.Serialization;

namespace NewsDiff.Classification;

/// <summary>The classes of changes. One change may have several.</summary>
/// <remarks>
/// Those that depend on words are found only in languages whose words are known
/// (<see cref="ChangeClasses.KnowsLanguage"/>).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeClass>))]
public enum ChangeClass
{
    /// <summary>Only typography: white space, punctuation, quotation marks, hyphens or capitals.</summary>
    Typography = 1,

    /// <summary>The headline changed.</summary>
    Headline,

    /// <summary>The first paragraph of the text changed.</summary>
    Lead,

    /// <summary>The names of the authors changed.</summary>
    Byline,

    /// <summary>A number changed, in digits or words.</summary>
    Number,

    /// <summary>A date, a weekday or a time of day changed.</summary>
    Date,

    /// <summary>A name changed. Found by capitals, or marks of titles; not in German.</summary>
    Name,

    /// <summary>Words between quotation marks changed, or the marks were added or removed.</summary>
    Quotation,

    /// <summary>A word of attribution, such as "said", was added or removed.</summary>
    Attribution,

    /// <summary>A word that denies, such as "not", was added or removed.</summary>
    Negation,

    /// <summary>A word of certainty or doubt, such as "allegedly", was added or removed.</summary>
    Certainty,

    /// <summary>A notice of a correction or an update was added.</summary>
    Correction,

    /// <summary>Words changed without a notice, and the stated date of change is the same.</summary>
    Silent,

    /// <summary>Far more was added than removed.</summary>
    Expansion,

    /// <summary>Far more was removed than added.</summary>
    Cut,

    /// <summary>Most of the text is new.</summary>
    Rewrite,

    /// <summary>A paragraph, or a part of one, is in another place.</summary>
    Move,

    /// <summary>The text is that of an earlier version again.</summary>
    Revert,
}

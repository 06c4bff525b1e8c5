
namespace NewsDiff.Extraction;

/// <summary>Unusable site rules; the message says which, where and why.</summary>
public sealed class SiteRulesException : FormatException
{
    /// <summary>Makes an exception with a general message.</summary>
    public SiteRulesException()
        : this("The site rules are unusable.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">The fault and its place.</param>
    public SiteRulesException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">The fault and its place.</param>
    /// <param name="innerException">The cause.</param>
    public SiteRulesException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The host of the wrong rule; null when no rule was reached.</summary>
    public string? Host { get; internal init; }

    /// <summary>The wrong field, such as <c>body</c>; null for none.</summary>
    public string? Field { get; internal init; }

    /// <summary>The wrong selector; null for none.</summary>
    public string? Selector { get; internal init; }

    /// <summary>The line of the fault, from 1; 0 when unknown.</summary>
    public int Line { get; internal init; }

    /// <summary>The character of the line, from 1; 0 when unknown.</summary>
    public int Column { get; internal init; }
}

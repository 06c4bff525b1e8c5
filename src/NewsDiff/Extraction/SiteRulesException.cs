
namespace NewsDiff.Extraction;

/// <summary>Site rules that cannot be used; the message says which, where and why.</summary>
public sealed class SiteRulesException : FormatException
{
    /// <summary>Makes an exception with a general message.</summary>
    public SiteRulesException()
        : this("The site rules cannot be used.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public SiteRulesException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">The cause.</param>
    public SiteRulesException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The host whose rule is wrong; null when no rule was reached.</summary>
    public string? Host { get; internal init; }

    /// <summary>The field that is wrong, such as <c>body</c>; null when it is none.</summary>
    public string? Field { get; internal init; }

    /// <summary>The selector that is wrong; null when it is none.</summary>
    public string? Selector { get; internal init; }

    /// <summary>The line of the fault, from 1; 0 when unknown.</summary>
    public int Line { get; internal init; }

    /// <summary>The character of the line, from 1; 0 when unknown.</summary>
    public int Column { get; internal init; }
}

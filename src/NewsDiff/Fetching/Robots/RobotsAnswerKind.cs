namespace NewsDiff.Fetching.Robots;

/// <summary>The kinds of answers to a request for a robots.txt.</summary>
internal enum RobotsAnswerKind
{
    /// <summary>The site answered: with a file, or that it has none.</summary>
    Answered,

    /// <summary>No answer came at all, so the site's pages are unreachable too.</summary>
    Silent,

    /// <summary>The site failed to give its rules, so everything is forbidden (RFC 9309, 2.3.1.4).</summary>
    Unreachable,

    /// <summary>The address guard refused the site.</summary>
    Refused,
}

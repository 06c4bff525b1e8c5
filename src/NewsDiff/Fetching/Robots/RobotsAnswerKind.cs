namespace NewsDiff.Fetching.Robots;

/// <summary>What came of asking for a robots.txt.</summary>
internal enum RobotsAnswerKind
{
    /// <summary>The site answered: with a file, or that it has none.</summary>
    Answered,

    /// <summary>The site could not be asked or failed: everything is forbidden until it can be (RFC 9309, 2.3.1.4).</summary>
    Unreachable,

    /// <summary>The address guard refused the site.</summary>
    Refused,
}

namespace NewsDiff.Tracking;

/// <summary>The kinds of targets of a visit.</summary>
public enum VisitKind
{
    /// <summary>An article's page.</summary>
    Article = 1,

    /// <summary>A feed.</summary>
    Feed,
}

namespace NewsDiff.Tracking;

/// <summary>What is visited.</summary>
public enum VisitKind
{
    /// <summary>An article's page.</summary>
    Article,

    /// <summary>A feed.</summary>
    Feed,
}

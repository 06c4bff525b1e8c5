namespace NewsDiff.Tracking;

/// <summary>What is visited.</summary>
public enum VisitKind
{
    /// <summary>An article's page.</summary>
    Article = 1,

    /// <summary>A feed.</summary>
    Feed,
}

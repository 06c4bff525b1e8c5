namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>One step of a path: the name of an element, and the conditions read so far.</summary>
/// <param name="Name">The name, or "*".</param>
/// <param name="Conditions">Simple selectors without spaces between; null when no element can meet them.</param>
/// <param name="HasPlaces">Whether places are counted among siblings, as on the child axis.</param>
internal readonly record struct XPathStep(string Name, string? Conditions, bool HasPlaces)
{
    public string Selector => Name == "*" && Conditions is { Length: > 0 } ? Conditions : Name + Conditions;

    /// <summary>The step with one more condition.</summary>
    /// <param name="condition">A condition; null when no element can meet it.</param>
    public XPathStep With(string? condition) =>
        this with { Conditions = Conditions is null || condition is null ? null : Conditions + condition };

    /// <summary>A condition on the place among the siblings that the step selects so far.</summary>
    /// <param name="place">The place, as CSS counts: "2", "n+3".</param>
    /// <param name="isFromEnd">Whether it is counted from the last sibling.</param>
    public string Place(string place, bool isFromEnd)
    {
        string kind = isFromEnd ? ":nth-last-" : ":nth-";
        if (Conditions is { Length: > 0 })
        {
            return $"{kind}child({place} of {Selector})";
        }

        string of = Name == "*" ? "child" : "of-type";
        return place == "1" ? $"{(isFromEnd ? ":last-" : ":first-")}{of}" : $"{kind}{of}({place})";
    }
}

namespace NewsDiff.Archives.Warc;

/// <summary>A named field of a record's header.</summary>
/// <param name="Name">The name, such as <c>WARC-Date</c>; its case does not matter.</param>
/// <param name="Value">The value, without white space around it.</param>
public readonly record struct WarcField(string Name, string Value);

namespace NewsDiff.Research.Tests.Import;

/// <summary>Pages as collections keep them.</summary>
internal static class SourcePages
{
    /// <summary>A page with an article whose second paragraph varies.</summary>
    internal static string Article(string second, string? canonical = null) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Ferry late</title>
        {(canonical is null ? "" : $"<link rel=\"canonical\" href=\"{canonical}\">")}</head>
        <body><main><article><h1>Ferry late</h1>
        <p>The ferry to the island was two hours late on Monday, because the storm had broken one of its engines.</p>
        <p>{second}</p>
        <p>The council will decide next week who pays for the repairs of the quay and the engine of the ferry.</p>
        </article></main></body></html>
        """;
}

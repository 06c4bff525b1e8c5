namespace NewsDiff.Tool.Exports;

/// <summary>An article that the options choose.</summary>
/// <param name="History">Its chosen versions.</param>
/// <param name="Source">The name of its source; null when it has none.</param>
internal sealed record SelectedArticle(ArticleHistory History, string? Source);

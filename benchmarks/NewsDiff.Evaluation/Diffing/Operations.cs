using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>
/// Writes comparisons in the form that scorers read: <c>{"name", "ops": [["="|"-"|"+", text], …]}</c>.
/// </summary>
internal static class Operations
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line: the edits in display order; <c>=</c> carries the new text.</summary>
    internal static string ToJson(string name, TextDiff diff) => JsonSerializer.Serialize(
        new
        {
            name,
            ops = diff.Edits.Select(edit => edit.Kind switch
            {
                EditKind.Delete => new[] { "-", diff.OldText[edit.OldRange] },
                EditKind.Insert => ["+", diff.NewText[edit.NewRange]],
                _ => ["=", diff.NewText[edit.NewRange]],
            }),
        },
        Readable);
}

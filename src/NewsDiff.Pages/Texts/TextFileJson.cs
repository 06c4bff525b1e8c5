using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsDiff.Pages.Texts;

/// <summary>Reads the files of languages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TextFile))]
internal sealed partial class TextFileJson : JsonSerializerContext;

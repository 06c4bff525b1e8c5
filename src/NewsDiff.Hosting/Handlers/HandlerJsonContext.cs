using System.Text.Json.Serialization;

namespace NewsDiff.Hosting.Handlers;

[JsonSerializable(typeof(SiteHour[]))]
internal sealed partial class HandlerJsonContext : JsonSerializerContext;

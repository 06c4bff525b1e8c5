using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NewsDiff.AspNetCore.Serving;

namespace NewsDiff.AspNetCore.Api;

/// <summary>Writes the answers of the API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ApiPart<ApiArticle>))]
[JsonSerializable(typeof(ApiPart<ApiChange>))]
[JsonSerializable(typeof(ApiPart<ApiEvent>))]
[JsonSerializable(typeof(ApiPart<ApiHit>))]
[JsonSerializable(typeof(ApiArticleDetails))]
[JsonSerializable(typeof(ArticleVersion))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    internal const string MediaType = "application/json; charset=utf-8";

    internal static SiteAnswer Answer<T>(T value, JsonTypeInfo<T> type) =>
        SiteAnswer.Ok(MediaType, JsonSerializer.Serialize(value, type));

    /// <summary>An answer with the details of a problem (RFC 9457).</summary>
    internal static SiteAnswer Problem(int status, string title) => SiteAnswer.Of(
        status,
        "application/problem+json",
        JsonSerializer.Serialize(new ProblemDetails { Status = status, Title = title }, Default.ProblemDetails));

    internal static SiteAnswer Missing(string what) => Problem(StatusCodes.Status404NotFound, what);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Responsables.Reports.Charts;

/// <summary>Specifications as the scripts read them: short names, accents as they are, no more decimals than can be seen.</summary>
public static class ChartJson
{
    private static readonly ChartContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SeenDecimal(), new ChartWord<EffectWay>(), new ChartWord<MapDivision>() },
    });

    public static string Write(ChartSpec spec) => JsonSerializer.Serialize(spec, Context.ChartSpec);

    internal static string Write(ChartRequest request) => JsonSerializer.Serialize(request, Context.ChartRequest);
}

[JsonSerializable(typeof(ChartSpec))]
[JsonSerializable(typeof(ChartRequest))]
internal sealed partial class ChartContext : JsonSerializerContext;

/// <summary>One line of the worker's input.</summary>
/// <param name="Title">Of the picture.</param>
/// <param name="Width">In pixels.</param>
/// <param name="IsPaper">Whether its colours are numbers rather than those of a page.</param>
internal sealed record ChartRequest(long Id, string Title, int Width, bool IsPaper, ChartSpec Spec);

/// <summary>Six decimals: a drawing shows no more.</summary>
internal sealed class SeenDecimal : JsonConverter<decimal>
{
    private const int Decimals = 6;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(decimal.Round(value, Decimals) / 1.000000m);
}

/// <summary>Names of choices in camel case, as everything else.</summary>
internal sealed class ChartWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;

using Responsables.App.Quality;
using Responsables.Domain.Quality;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Quality;

/// <summary>Anomalies in words.</summary>
internal static class AnomalyWords
{
    /// <summary>The kind of tag that shows a state.</summary>
    public static string TagOf(AnomalyState state) => state switch
    {
        AnomalyState.Found => "anomaly",
        AnomalyState.Asked => "waiting",
        AnomalyState.Answered => "doing",
        AnomalyState.Returned => "returned",
        AnomalyState.Explained or AnomalyState.Corrected => "validated",
        _ => "exempt",
    };

    public static string Of(AnomalyState state) => T[$"quality.state.{state}"];

    public static string Of(AnomalySeverity severity) => T[$"quality.severity.{severity}"];

    /// <summary>The answer with its unit.</summary>
    public static string Value(AnomalyLine line, decimal? value) => Show.Number(value, null, line.Variable.Unit);

    public static decimal? Now(AnomalyLine line) => line.Value is { } text ? Domain.Submissions.NumberInput.Plain(text) : null;
}

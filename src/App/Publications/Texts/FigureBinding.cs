using Responsables.App.Publications.Documents;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Texts;

/// <summary>Writes figures into texts, in correct French: from one node of an edition, and nothing else.</summary>
public sealed class FigureBinding(EditionFramework framework, EditionNode node, int year)
{
    /// <summary>The text with its figures, and the places that have none to tell.</summary>
    public (string Text, IReadOnlyList<string> Unbound) Bind(string text)
    {
        var unbound = new List<string>();
        var filled = BoundText.Fill(text, place =>
        {
            if (Of(place) is { } words)
            {
                return words;
            }

            unbound.Add(place.Written);
            return place.Written;
        });
        return (filled, unbound);
    }

    /// <summary>What stands at a place; null when the edition has nothing to tell there.</summary>
    public string? Of(BoundPlace place)
    {
        if (framework.Indicators.FirstOrDefault(i => i.Code == place.Indicator) is not { } indicator
            || node.Figures.FirstOrDefault(f => f.Indicator == place.Indicator && f.Breakdown.Length == 0) is not { } figure)
        {
            return null;
        }

        var unit = indicator.Main.Unit;
        return place.Word switch
        {
            BoundWord.Value => figure.Value is { } value ? FigureText.WithUnit(value, unit) : null,
            BoundWord.Answers => figure.Reason == NoValue.NotAsked ? null
                : DocumentTexts.By("bound.answers", figure.Answered, FigureText.Number(figure.Answered, 0), FigureText.Number(figure.Expected - figure.NotApplicable, 0)),
            BoundWord.Chart => ChartBlocks.IsTrend(figure, SeriesOf(place.Indicator), year) ? place.Written : null,
            _ => Moved(place, unit),
        };
    }

    private EditionSeries? SeriesOf(IndicatorCode indicator) => node.History.FirstOrDefault(s => s.Indicator == indicator);

    private string? Moved(BoundPlace place, string unit)
    {
        if (FigureTrend.Of(SeriesOf(place.Indicator), unit, year, place.Since) is not { } trend)
        {
            return null;
        }

        var way = trend.Change == 0 ? "flat" : trend.Change > 0 ? "rise" : "fall";
        var size = FigureText.Number(Math.Abs(trend.Change), 1);
        var by = trend.Change == 0 ? "" : trend.IsInPoints ? DocumentTexts.By("bound.points", trend.Change, size) : DocumentTexts.Of("bound.percent", size);
        var number = place.Word switch { BoundWord.Trend => "beside", BoundWord.Moves => "one", _ => "many" };
        return DocumentTexts.Of($"bound.{way}.{number}", by, trend.Since);
    }
}

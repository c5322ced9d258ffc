using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>
/// The merger that never was: two real neighbours become one on 1 January 2024, in the demonstration's copy of the register only.
/// </summary>
internal static class Merger
{
    public static readonly OrganizationCode First = new("cpam-04");
    public static readonly OrganizationCode Second = new("cpam-05");
    public static readonly OrganizationCode Merged = new("cpam-alpes-du-sud-fictive");
    private static readonly DateOnly LastDay = new(2023, 12, 31);

    /// <summary>The register with the merger: both are closed with their successor, which opens the day after.</summary>
    public static IReadOnlyList<OrganizationPeriod> In(IReadOnlyList<OrganizationPeriod> periods)
    {
        var seat = periods.Last(p => p.Code == First);
        return
        [
            .. periods.Select(p => p.Code == First || p.Code == Second ? p with { ValidTo = LastDay, Successors = [Merged] } : p),
            seat with
            {
                Code = Merged,
                Name = "Caisse primaire d’assurance maladie des Alpes du Sud (fusion fictive, démonstration)",
                ShortName = "CPAM des Alpes du Sud (fusion fictive, démonstration)",
                ValidFrom = LastDay.AddDays(1),
            },
        ];
    }

    /// <summary>
    /// The merged body's answers from what its predecessors would have answered: what adds up over bodies is added, a mean is weighted, a
    /// practice of one is a practice of both, the rest is the first's.
    /// </summary>
    public static void Write(Framework framework, Draft merged, Draft first, Draft second)
    {
        foreach (var variable in framework.Variables)
        {
            foreach (var cell in variable.Cells)
            {
                var (one, other) = (first.Find(variable.Code, cell), second.Find(variable.Code, cell));
                if ((Join(variable, first, second, one, other) ?? one ?? other) is { } answer)
                {
                    merged.Replace(answer);
                }
            }
        }
    }

    private static Answer? Join(Variable variable, Draft first, Draft second, Answer? one, Answer? other)
    {
        if (one is not { State: AnswerState.Given } || other is not { State: AnswerState.Given })
        {
            return one is { State: AnswerState.Given } ? one : other is { State: AnswerState.Given } ? other : null;
        }

        return variable.OverBodies switch
        {
            Addition.Sum or Addition.Distribution => one with { Value = NumberInput.Canonical(Number(one) + Number(other)) },
            Addition.Count => one.Value == "oui" ? one : other,
            Addition.WeightedMean => one with { Value = NumberInput.Canonical(Mean(variable, first, second, Number(one), Number(other))) },
            _ => one,
        };
    }

    private static decimal Mean(Variable variable, Draft first, Draft second, decimal one, decimal other)
    {
        var weights = (One: first[variable.Weight!.Value.Value], Other: second[variable.Weight!.Value.Value]);
        return weights.One + weights.Other == 0 ? one : decimal.Round(((one * weights.One) + (other * weights.Other)) / (weights.One + weights.Other), 1);
    }

    private static decimal Number(Answer answer) => NumberInput.Plain(answer.Value!)!.Value;
}

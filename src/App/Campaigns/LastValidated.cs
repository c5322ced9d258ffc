using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.App.Campaigns;

/// <summary>The last validated staff and m² of each body: what it weighs while it is silent, and its size class.</summary>
public sealed class LastValidated(AppDb db)
{
    /// <summary>By body, from the campaigns before a year, the most recent first.</summary>
    public async Task<Dictionary<OrganizationCode, (decimal? Staff, decimal? Area)>> WeightsAsync(int beforeYear, CancellationToken cancel)
    {
        var codes = (VariableCode[])[WeightVariables.Staff, WeightVariables.Area];
        var rows = await (
            from answer in db.Answers.AsNoTracking()
            join submission in db.Submissions on answer.SubmissionId equals submission.Id
            join block in db.SubmissionBlocks on submission.Id equals block.SubmissionId
            where submission.Campaign.Year < beforeYear
                && codes.Contains(answer.Variable) && answer.Cell == CellKey.Total && answer.State == AnswerState.Given
                && block.Block == BlockKey.Context && block.ValidatedSeal == block.Seal && !block.IsReturned
            orderby submission.Campaign.Year
            select new { submission.Organization, answer.Variable, answer.Value }).ToListAsync(cancel);
        var last = new Dictionary<OrganizationCode, (decimal? Staff, decimal? Area)>();
        foreach (var row in rows)
        {
            var value = decimal.Parse(row.Value!, CultureInfo.InvariantCulture);
            var known = last.GetValueOrDefault(row.Organization);
            last[row.Organization] = row.Variable == WeightVariables.Staff ? (value, known.Area) : (known.Staff, value);
        }

        return last;
    }
}

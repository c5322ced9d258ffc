using Microsoft.Extensions.DependencyInjection;

namespace Responsables.App.Submissions;

public static class SubmissionsRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<DossierStore>();
        services.AddScoped<QuestionScopes>();
        services.AddScoped<AssignQuestions>();
        services.AddScoped<EndAssignment>();
        services.AddScoped<AssignmentQuery>();
        services.AddScoped<SubmissionQuery>();
        services.AddScoped<SubmissionList>();
        services.AddScoped<OwnSubmissions>();
        services.AddScoped<QuestionQuery>();
        services.AddScoped<CommentAnswer>();
        services.AddScoped<SendBackSubmission>();
        services.AddScoped<SaveAnswers>();
        services.AddScoped<ConfirmCarried>();
        services.AddSingleton<YearChanges>();
        services.AddScoped<QuestionChangesQuery>();
        services.AddScoped<SignSubmission>();
        services.AddScoped<SubmissionList>();
        services.AddScoped<SubmissionQuery>();
        services.AddScoped<CampaignProgressQuery>();
        services.AddScoped<ImportAnswers>();
        services.AddScoped<ExportAnswers>();
        services.AddScoped<SubmissionList>();
        services.AddScoped<OrganizationDossiers>();
    }
}

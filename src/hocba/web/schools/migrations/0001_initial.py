import django.contrib.postgres.fields
import django.db.models.deletion
import hocba.web.shared.fields
import hocba.web.shared.keys
from django.conf import settings
from django.db import migrations, models

from hocba.web.shared.db import TenantTable


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("shared", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=30, unique=True)),
                ('name', hocba.web.shared.fields.NameField(max_length=150)),
                ('kind', models.CharField(choices=[('department', 'Sở Giáo dục và Đào tạo'), ('ward', 'Uỷ ban nhân dân phường, xã')], max_length=20)),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='schools.authority')),
            ],
        ),
        migrations.CreateModel(
            name='School',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=30, unique=True)),
                ('name', hocba.web.shared.fields.NameField(max_length=150)),
                ('stages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('primary', 'PRIMARY'), ('lower_secondary', 'LOWER_SECONDARY'), ('upper_secondary', 'UPPER_SECONDARY')], max_length=20), size=None)),
                ('ward', hocba.web.shared.fields.NameField(max_length=100)),
                ('province', hocba.web.shared.fields.NameField(max_length=100)),
                ('tax_code', models.CharField(blank=True, max_length=14)),
                ('current_year', models.PositiveSmallIntegerField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='schools.authority')),
            ],
        ),
        migrations.CreateModel(
            name='SchoolClass',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('year_start', models.PositiveSmallIntegerField()),
                ('grade', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=20)),
                ('homeroom_teacher', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='homeroom_classes', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='ClassSubject',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=20)),
                ('label', models.CharField(blank=True, max_length=80)),
                ('kind', models.CharField(choices=[('mark', 'MARK'), ('comment', 'COMMENT')], max_length=10)),
                ('periods', models.PositiveSmallIntegerField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('school_class', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='schools.schoolclass')),
            ],
        ),
        migrations.CreateModel(
            name='TeachingAssignment',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('responsible', models.BooleanField(default=True)),
                ('class_subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='schools.classsubject')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('teacher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            model_name='schoolclass',
            constraint=models.UniqueConstraint(fields=('school', 'year_start', 'name'), name='class_name_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='schoolclass',
            constraint=models.CheckConstraint(condition=models.Q(('grade__range', (1, 12))), name='class_grade_1_to_12'),
        ),
        migrations.AddConstraint(
            model_name='classsubject',
            constraint=models.UniqueConstraint(fields=('school_class', 'subject'), name='subject_once_a_class'),
        ),
        migrations.AddConstraint(
            model_name='teachingassignment',
            constraint=models.UniqueConstraint(fields=('class_subject', 'teacher'), name='assignment_once'),
        ),
        migrations.AddConstraint(
            model_name='teachingassignment',
            constraint=models.UniqueConstraint(condition=models.Q(('responsible', True)), fields=('class_subject',), name='one_responsible_teacher'),
        ),
        TenantTable("SchoolClass"),
        TenantTable("ClassSubject"),
        TenantTable("TeachingAssignment"),
    ]

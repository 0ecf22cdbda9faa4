import django.core.validators
import django.db.models.deletion
import hocba.web.shared.fields
import hocba.web.shared.keys
from django.db import migrations, models

from hocba.web.shared.db import TenantTable


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("shared", "0001_initial"),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Student',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20)),
                ('full_name', hocba.web.shared.fields.NameField(max_length=150)),
                ('name_key', hocba.web.shared.fields.NameKeyField(db_collation='C', editable=False, max_length=600, source='full_name')),
                ('gender', models.CharField(choices=[('Nam', 'Nam'), ('Nữ', 'Nữ')], max_length=3)),
                ('birth_date', models.CharField(max_length=10, validators=[django.core.validators.RegexValidator('^\\d{4}(-\\d{2}(-\\d{2})?)?$')])),
                ('birth_place', hocba.web.shared.fields.NameField(blank=True, max_length=200)),
                ('ethnicity', hocba.web.shared.fields.NameField(blank=True, max_length=50)),
                ('policy_group', models.CharField(blank=True, max_length=100)),
                ('register_number', models.CharField(blank=True, max_length=30)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='PrivateRecord',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('personal_id', models.CharField(blank=True, max_length=12)),
                ('telephone', models.CharField(blank=True, max_length=20)),
                ('residence', models.CharField(blank=True, max_length=250)),
                ('father_name', hocba.web.shared.fields.NameField(blank=True, max_length=150)),
                ('father_occupation', models.CharField(blank=True, max_length=100)),
                ('mother_name', hocba.web.shared.fields.NameField(blank=True, max_length=150)),
                ('mother_occupation', models.CharField(blank=True, max_length=100)),
                ('guardian_name', hocba.web.shared.fields.NameField(blank=True, max_length=150)),
                ('guardian_occupation', models.CharField(blank=True, max_length=100)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='private', to='registry.student')),
            ],
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('year_start', models.PositiveSmallIntegerField()),
                ('joined_on', models.DateField()),
                ('left_on', models.DateField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('school_class', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='schools.schoolclass')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='registry.student')),
            ],
        ),
        migrations.AddConstraint(
            model_name='student',
            constraint=models.UniqueConstraint(fields=('school', 'code'), name='student_code_once'),
        ),
        migrations.AddConstraint(
            model_name='privaterecord',
            constraint=models.CheckConstraint(condition=models.Q(('personal_id', ''), ('personal_id__regex', '^[0-9]{12}$'), _connector='OR'), name='personal_id_12_digits'),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.UniqueConstraint(condition=models.Q(('left_on__isnull', True)), fields=('student', 'year_start'), name='one_class_a_year'),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.CheckConstraint(condition=models.Q(('left_on__isnull', True), ('left_on__gte', models.F('joined_on')), _connector='OR'), name='enrolment_period'),
        ),
        TenantTable("Student"),
        TenantTable("PrivateRecord"),
        TenantTable("Enrolment"),
    ]
